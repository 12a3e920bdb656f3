"""From rules and facts to answers: schedule, plan, verdict, explanation, forecast, difference.

A rule read for a subject is a reading (`reading`), the readings of an act are scheduled together
(`schedule`), and a schedule seen at a moment is a plan (`plan`). Begin with `schedule`.
"""

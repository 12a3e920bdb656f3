"""From rules and facts to answers: schedule, plan, verdict, explanation, forecast, difference.

Begin with `schedule`: it reads every rule for every subject (`reading`), combines the readings of
an act (`scheduled`, with `cautions` and `dispensable`), and shows them at a moment (`plan`, with
`status`, `questions` and `hindrance`). Their words are made when they are read (`worded`, `why`,
`uid`). `check` asks about one act of one subject (`lookup`), `explanation` tells the reasons of all
its rules (`reasons` are values, `sentences` their words), `forecast` goes on from schedule to
schedule, and `difference` compares two plans (`changes` are what it finds).

Other rooms use the values and functions that the package makes public, and `status`; the laws also
look at readings and reasons.
"""

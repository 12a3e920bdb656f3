"""What is known about a job search, as frozen values that say at once all that is wrong with them.

Times go in as aware datetimes, stdlib or pendulum, and are kept as instants: stdlib datetimes in
UTC. Where no more than the day is known, a date goes in and stays one: `_days` says what it stands
for.

Begin with `_search`: a `JobSearch` holds `_application`s, these `_interview`s, and these the
`_person`s met; every other word has its module as well. `_checks` is what the values are built on,
`_converters`, `_times` and `_own_facts` say what their fields accept, and `_identity` which of them
are the same. `_meeting_times` is what an interview's times say of each other; `_lookup` and
`_replacement` find a part of a search and put another in its place. The values are for everybody.
Other rooms also use what `_checks` tells of a value,
`_identity`, the orders of interviews, `as_search`, and the converters that fit their arguments.
"""

from interview_followup.model._acts import Done, SetAside
from interview_followup.model._application import Application, FollowUp, Outcome
from interview_followup.model._interview import AskedQuestion, Interview, Medium, NotHeld
from interview_followup.model._offer import Offer
from interview_followup.model._person import Person
from interview_followup.model._promise import Promise
from interview_followup.model._search import JobSearch
from interview_followup.model._waking_hours import WakingHours
from interview_followup.model._workdays import Workdays

__all__ = [
    "Application",
    "AskedQuestion",
    "Done",
    "FollowUp",
    "Interview",
    "JobSearch",
    "Medium",
    "NotHeld",
    "Offer",
    "Outcome",
    "Person",
    "Promise",
    "SetAside",
    "WakingHours",
    "Workdays",
]

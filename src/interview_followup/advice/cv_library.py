"""Ten things to do after a job interview, as rules in the order of the article.

The article is "Make Sure You Do These 10 Things After A Job Interview" by Laura Slingo, of
CV-Library. Its own numbers name it as their source; where it gives none, the number is a choice of
this library's and says so. Every number can be tuned: `CV_LIBRARY.tuned({"chase.wait": days(10)})`.
"""

from datetime import time

from interview_followup.language import (
    EVENING,
    OURS,
    PAUSE,
    Rule,
    RuleSet,
    Source,
    application,
    before_closing,
    closed,
    days,
    done,
    earlier_of,
    early,
    first_known,
    hours,
    interview,
    last_done,
    last_of,
    late,
    later_of,
    minutes,
    named,
    parameter,
    person,
    search,
    times_done,
    when,
)


def article(item: int) -> Source:
    """Return the source of a piece of advice in the article, counted from 1 to 10."""
    title = "Make Sure You Do These 10 Things After A Job Interview"
    return Source(title, "Laura Slingo, CV-Library", item)


AT_MOST_TWO = Source(
    "Best Practices for Interview Follow-Up, quoting Robert Half, and "
    "When you've interviewed but haven't heard back about the job (Seattle Times)",
    address="apnconsultinginc.com/best-practices-for-interview-follow-up/ and "
    "seattletimes.com/explore/careers/"
    "when-youve-interviewed-but-havent-heard-back-about-the-job/",
)

# 1. Ask how to follow up, before you leave.

last_words = parameter("last-words", minutes(10), "how long before the end to ask", source=OURS)
before_you_leave = interview.exact_ends - last_words
until_you_leave = first_known(interview.left, interview.ends)
undecided = interview.took_place & ~application.outcome.exists

ask_how_to_follow_up = Rule(
    name="ask-how-to-follow-up",
    per=interview,
    given=undecided,
    opens=interview.starts,
    best=first_known(before_you_leave, interview.starts),
    closes=until_you_leave,
    satisfied_by=application.follow_up.known | done("ask-how-to-follow-up"),
    channel="in the interview",
    text="Ask {employer} how they would like you to follow up",
    cautions=(
        before_closing(
            "Don't leave {employer} without asking how to follow up", since=before_you_leave
        ),
        closed("You left {employer} without asking how to follow up"),
    ),
    source=article(1),
    why="Few candidates ask, and so few follow up.",
)

# 2. Ask when and how you will hear.

surely_ended = first_known(interview.exact_ends, interview.starts)

ask_when_you_will_hear = Rule(
    name="ask-when-you-will-hear",
    per=interview,
    given=undecided,
    opens=interview.starts,
    best=first_known(before_you_leave, interview.starts),
    closes=until_you_leave,
    satisfied_by=(application.promise.known & ~application.promise.before(surely_ended))
    | done("ask-when-you-will-hear"),
    channel="in the interview",
    text="Ask {employer} when you will hear from them, and how",
    cautions=(
        before_closing(
            "Don't leave {employer} without asking when you will hear", since=before_you_leave
        ),
        closed("You left {employer} without asking when you will hear"),
    ),
    source=article(2),
    why="If you know when to expect an answer, you need not worry before.",
)

# 3. Walk away before you call anybody.

way_home = parameter("way-home", hours(2), "how long to take you to be on your way", source=OURS)
home = first_known(
    interview.left, later_of(interview.starts.midnight_after, interview.ends + way_home)
)

call = Rule(
    name="call",
    kind="guard",
    per=interview,
    given=interview.took_place & interview.timed,
    since=interview.starts,
    opens=when(interview.remote, interview.ends, otherwise=home),
    text="Call somebody about the interview with {employer}",
    cautions=early(
        "Too early to call anybody about {employer}: wait until {opens}", since=interview.starts
    ),
    source=article(3),
    why="Near the building somebody from the interview may hear you; at home nobody does.",
)

# 4. Thank every interviewer in person, having asked for their addresses.

collect_contact = Rule(
    name="collect-contact",
    per=person,
    given=undecided,
    opens=interview.starts,
    best=first_known(before_you_leave, interview.starts),
    closes=until_you_leave,
    satisfied_by=person.email.known | done("collect-contact"),
    channel="in the interview",
    text="Get {person}'s business card or e-mail address",
    cautions=(
        before_closing("Don't leave without {person}'s e-mail address", since=before_you_leave),
        closed("You left without {person}'s e-mail address"),
    ),
    source=article(4),
    why="Without an address you cannot thank each interviewer personally.",
)

afternoon = parameter("afternoon", time(14), "when to write after a morning interview", source=OURS)
morning = parameter("morning", time(9), "when to write on the next morning", source=OURS)
midday = parameter("midday", time(12), "until when to write on the next morning", source=OURS)
within = parameter("within", days(2), "how long a thank-you may wait", source=article(4))

that_afternoon = later_of(interview.ends.at(afternoon), interview.ends + PAUSE)
end_of_that_afternoon = interview.ends.at(EVENING)
next_day = later_of(interview.starts.midnight_after, interview.ends + PAUSE)
next_morning = next_day.next_at(morning)
next_noon = next_morning.at(midday)

thank_you = Rule(
    name="thank-you",
    per=person,
    given=undecided,
    needs=person.email,
    opens=interview.ends,
    best=when(interview.in_the_morning, that_afternoon, otherwise=next_morning),
    due=when(interview.in_the_morning, end_of_that_afternoon, otherwise=next_noon),
    closes=interview.ends + within,
    satisfied_by=done("thank-you"),
    channel="email",
    text="Send {person} a personal thank-you e-mail",
    cautions=(
        late("Your thank-you to {person} is getting late: send it before {closes}"),
        closed("You missed the time to thank {person}"),
    ),
    source=article(4),
    why="A prompt note of your own says that you want the job, and brings you back to mind.",
)

# 5. Take stock of the questions, and practise the tricky ones.

while_fresh = parameter("for", days(7), "for how long it is still of use", source=OURS)
after_a_pause = first_known(interview.left, interview.ends + PAUSE)

debrief = Rule(
    name="debrief",
    per=interview,
    given=interview.took_place & (~application.outcome.exists | application.rejected),
    opens=interview.ends,
    best=after_a_pause,
    due=after_a_pause.midnight_after,
    closes=interview.ends + while_fresh,
    satisfied_by=done("debrief"),
    text="Write down the questions that {employer} asked, the tricky and new ones above all",
    source=article(5),
    why="What went wrong this time is what to prepare for the next time.",
)

practise_at = parameter("practise-at", time(18), "when to practise, on the day before", source=OURS)

practise = Rule(
    name="practise",
    per=interview,
    given=interview.took_place & interview.tricky_questions & interview.next_starts.exists,
    opens=interview.ends,
    best=(interview.next_starts - days(1)).at(practise_at),
    closes=interview.next_starts,
    satisfied_by=done("practise"),
    text="Practise your answers to the tricky questions that {employer} asked",
    source=article(5),
    why="Work on the answers before the same question comes up again.",
)

# 6. Keep looking until a contract is in your hand.

pace = parameter("pace", days(7), "how long to rest between two rounds of looking", source=OURS)
grace = parameter("grace", days(7), "how long a round of looking may wait", source=OURS)
last_round = first_known(
    later_of(last_done("keep-looking"), search.first_ends),
    search.first_ends,
)

keep_looking = Rule(
    name="keep-looking",
    kind="reminder",
    per=search,
    opens=last_round + pace,
    due=last_round + pace + grace,
    closes=search.signed,
    text="Keep looking: find and apply for other jobs",
    source=article(6),
    why="Nothing is certain before you hold a contract, and a better job may turn up.",
)

stop_looking = Rule(
    name="stop-looking",
    kind="guard",
    per=search,
    opens=search.signed,
    text="Stop looking for other jobs",
    source=article(6),
    why="Only a contract in your hand makes it safe to stop.",
)

# 7. Mention another offer, in passing.

interviewed_and_waiting = application.interviewed & application.waiting
offered_and_met = later_of(application.other_offer_received, application.first_ends)

mention_offer = Rule(
    name="mention-offer",
    per=application,
    given=interviewed_and_waiting & application.other_offer & application.best_choice,
    opens=offered_and_met,
    best=offered_and_met.office_time,
    closes=earlier_of(application.other_offer_reply_by, search.signed),
    satisfied_by=done("mention-offer", since=application.other_offer_received),
    channel=application.chase_route,
    text="Let {employer} know of your offer from {other_employers}, "
    "and that you would rather work for them",
    source=article(7),
    why="As news, and never as a threat, it shows whether they want you and may speed them up.",
)

# 8. Let your recruiter ask.

for_a_month = parameter("for", days(30), "for how long it is still of use", source=OURS)
ask_at = parameter("ask-at", time(9), "when to ask, on the day after the interview", source=OURS)

ask_recruiter = Rule(
    name="ask-recruiter",
    per=application,
    given=interviewed_and_waiting & application.recruiter.exists,
    opens=application.latest_ends,
    best=(application.latest_ends + days(1)).at(ask_at).office_time,
    closes=earlier_of(application.latest_ends + for_a_month, search.signed),
    satisfied_by=done("ask-recruiter", since=application.latest_ends),
    channel=application.recruiter_route,
    text="Ask {recruiter} to follow up with {employer} for you",
    source=article(8),
    why="A recruiter often knows somebody there, and hears what candidates are not told.",
)

# 9. Connect on LinkedIn, after a couple of days.

wait_to_connect = parameter("wait", days(2), "how long to wait first", source=article(9))

connect = Rule(
    name="connect",
    per=person,
    given=undecided & person.first_meeting,
    needs=person.linkedin,
    opens=interview.ends + wait_to_connect,
    best=(interview.ends + wait_to_connect).office_time,
    closes=interview.ends + for_a_month,
    satisfied_by=person.connected,
    channel="linkedin",
    text="Ask {person} to connect on LinkedIn, with a personal message",
    cautions=early("Too early to connect with {person}: wait until {opens}", since=interview.ends),
    source=article(9),
    why="A personal request puts your face and your thanks in front of them once more.",
)

# 10. Follow up again, but take it easy.

wait = parameter("wait", days(7), "how long to wait after the last contact", source=article(10))
between = parameter("between", days(7), "how long to wait between reminders", source=article(10))
at_most = parameter("at-most", 2, "how often to chase after an interview", source=AT_MOST_TWO)

let_pass = parameter("grace", days(0), "how many days to let pass after it", source=OURS)
days_let_pass = named(
    "days are to be let pass after the promised one",
    application.promised_day.before(application.promised_day + let_pass),
    denial="no day is to be let pass after the promised one",
)
promise_is_over = later_of(
    application.awaited,
    when(
        days_let_pass,
        (application.promised_day + let_pass).midnight_after,
        otherwise=application.promised_day,
    ),
)
note_is_over = named("the end of the time for a thank-you", application.latest_ends + within)
last_contact = first_known(application.last_contact, note_is_over)
answer_expected = named(
    "the moment at which an answer is due",
    first_known(promise_is_over, last_contact + wait),
)
last_chase = last_done("chase", since=application.latest_ends)
last_mention = last_done("mention-offer")
last_question = last_done("ask-recruiter")
last_reminder = when(
    application.recruiter.exists,
    last_of(last_chase, last_mention, last_question),
    otherwise=last_of(last_chase, last_mention),
)
may_remind_again = last_of(answer_expected, named("your last reminder", last_reminder) + between)

chase = Rule(
    name="chase",
    per=application,
    given=interviewed_and_waiting,
    opens=may_remind_again,
    best=may_remind_again.office_time,
    closes=search.signed,
    satisfied_by=times_done("chase", since=application.latest_ends).at_least(at_most),
    channel=application.chase_route,
    text="Ask {employer} how their decision is coming on",
    cautions=early(
        "Too early to chase {employer}: wait until {opens}", since=application.latest_ends
    ),
    source=article(10),
    why="Asking too soon or too often makes an eager candidate a tiresome one.",
)

# All the rules above, in the order of the article.
CV_LIBRARY = RuleSet(rule for rule in list(globals().values()) if isinstance(rule, Rule))

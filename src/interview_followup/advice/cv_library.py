"""Ten things to do after a job interview, as rules in the order of the article.

The article is "Make Sure You Do These 10 Things After A Job Interview" by Laura Slingo, of
CV-Library. Its own numbers name it as their source; where it gives none, the number is a choice of
this library's and says so. Every number can be tuned: `CV_LIBRARY.tuned({"chase.wait": days(10)})`.
"""

from datetime import time

from interview_followup.advice._sources import (
    AT_MOST_TWO,
    HAYS_UK,
    RIKUNABI,
    WASHU_LAW,
    article,
)
from interview_followup.language import (
    EVENING,
    OURS,
    PAUSE,
    Rule,
    RuleSet,
    application,
    before_closing,
    closed,
    days,
    do,
    done,
    dont,
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

# 1. Ask how to follow up, before you leave.

last_words = parameter("last-words", minutes(10), "how long before the end to ask", source=OURS)
before_you_leave = interview.exact_ends - last_words
until_you_leave = first_known(interview.left, interview.ends)
undecided = interview.took_place & ~application.outcome.exists
# An offer of which nobody has told when it came ends nothing, and keeps nothing else from doing so.
offer_came = first_known(application.offer_received, search.signed)
no_use_any_more = earlier_of(interview.next_round_starts, offer_came, search.signed)

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
            when(
                interview.remote,
                "Before the call ends, ask {employer} how they would like you to follow up",
                otherwise="Before you leave, ask {employer} how they would like you to follow up",
            ),
            since=before_you_leave,
        ),
        closed(
            "You have not noted how {employer} would like you to follow up. "
            "If they told you, note it; otherwise e-mail is fine",
            until=no_use_any_more,
        ),
    ),
    source=article(1),
    why="Many candidates think that their part is over, and never follow up.",
)

# 2. Ask when and how you will hear.

surely_ended = first_known(interview.exact_ends, interview.starts)
answer_promised = named(
    "they have told you when you will hear",
    application.promise.known & ~application.promise.before(surely_ended),
    denial="they have not told you when you will hear",
)

ask_when_you_will_hear = Rule(
    name="ask-when-you-will-hear",
    per=interview,
    given=undecided,
    opens=interview.starts,
    best=first_known(before_you_leave, interview.starts),
    closes=until_you_leave,
    satisfied_by=answer_promised | done("ask-when-you-will-hear"),
    channel="in the interview",
    text="Ask {employer} when and how you will hear from them",
    cautions=(
        before_closing(
            when(
                interview.remote,
                "Before the call ends, ask {employer} when and how you will hear from them",
                otherwise="Before you leave, ask {employer} when and how you will hear from them",
            ),
            since=before_you_leave,
        ),
        closed(
            "You have not noted when you will hear from {employer}. If they told you, note it",
            until=no_use_any_more,
        ),
    ),
    source=article(2),
    why="Once you know when to expect an answer, you need not worry before then.",
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
    text="Talk to somebody on the phone about the interview with {employer}",
    cautions=early(
        when(
            interview.remote | interview.left.happened,
            "Don't talk to anybody on the phone about {employer} yet: wait until {opens}",
            otherwise="Don't talk about {employer} on the phone until you are well away, or home: "
            "note when you have left, or wait until {opens}",
        ),
        since=interview.starts,
    ),
    source=article(3),
    why="Nobody from there should hear you boast about how it went, or complain about them.",
)

# 4. Thank every interviewer in person, having asked for their addresses.

within = parameter("within", days(2), "how long a thank-you may wait", source=article(4))

collect_contact = Rule(
    name="collect-contact",
    per=person,
    given=undecided,
    opens=interview.starts,
    best=first_known(before_you_leave, interview.starts),
    closes=until_you_leave,
    satisfied_by=person.email.known | done("collect-contact"),
    channel="in the interview",
    text=when(
        interview.remote,
        "Ask {person} for their e-mail address",
        otherwise="Ask {person} for their business card or e-mail address",
    ),
    cautions=(
        before_closing(
            when(
                interview.remote,
                "Before the call ends, ask {person} for their e-mail address",
                otherwise="Before you leave, ask {person} for their e-mail address",
            ),
            since=before_you_leave,
        ),
        closed(
            when(
                application.recruiter.exists,
                "You have not noted {person}'s e-mail address. "
                "If you didn't get it, ask {recruiter} for it",
                otherwise="You have not noted {person}'s e-mail address. "
                "If you didn't get it, ask somebody else at {employer} for it",
            ),
            until=earlier_of(interview.next_round_starts, interview.ends + within),
        ),
    ),
    source=article(4),
    why="With an address of each interviewer you can thank every one of them yourself.",
)

afternoon = parameter("afternoon", time(14), "when to write after a morning interview", source=OURS)
morning = parameter("morning", time(9), "when to write on the next morning", source=OURS)
midday = parameter("midday", time(12), "until when to write on the next morning", source=OURS)

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
        late(
            when(
                person.email.known,
                "You have not noted a thank-you to {person}. It is getting late for it: there is "
                "time until {closes}",
                otherwise="You have noted neither a thank-you to {person} nor their e-mail "
                "address. It is getting late for it: there is time until {closes}",
            )
        ),
        closed(
            "The time for thanking {person} is over, and you have not noted that you did",
            until=interview.next_round_starts,
        ),
    ),
    wording=(
        do("Thank them for their time", source=article(4)),
        do("Make it personal: mention something that you talked about", source=article(4)),
        do("Sound keen on the job, if you are", source=article(4)),
        do("Keep it short: three sentences are enough", source=WASHU_LAW),
        dont("Don't sound desperate", source=article(4)),
        dont("Don't send two interviewers the same note", source=WASHU_LAW),
        dont("Don't ask for their decision in it", source=RIKUNABI),
    ),
    source=article(4),
    why="Whatever else they ask for, a prompt note of your own shows that you are keen, and brings "
    "you back to their minds.",
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
    why="Every interview has lessons for the next. Take stock, but don't brood over every word.",
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
    why="The same questions may come up in your next interview.",
)

# 6. Keep looking until a contract is in your hand.

pace = parameter("pace", days(7), "how long to rest between two rounds of looking", source=OURS)
grace = parameter("grace", days(7), "how long a round of looking may wait", source=OURS)
last_search = named("your last round of looking", last_done("keep-looking"))
last_round = first_known(later_of(last_search, search.first_ends), search.first_ends)

keep_looking = Rule(
    name="keep-looking",
    kind="reminder",
    per=search,
    opens=last_round + pace,
    due=last_round + pace + grace,
    closes=search.signed,
    text="Keep looking: find and apply for other jobs",
    source=article(6),
    why="However sure you are, nothing is certain until you hold a contract, and a job that suits "
    "you better may turn up.",
)

stop_looking = Rule(
    name="stop-looking",
    kind="guard",
    per=search,
    opens=search.signed,
    text="Stop looking for other jobs",
    cautions=early(
        when(
            search.signed.happened,
            "Don't stop looking before {opens}: you have no contract in your hand until then",
            otherwise="Don't stop looking yet: you have no contract in your hand",
        )
    ),
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
    text=when(
        application.preferred,
        "{employer} is your first choice: tell {contact} in passing that you have another offer "
        "(from {other_employers}), and that this is the job you want",
        otherwise="If you would rather work for {employer}, tell {contact} in passing that you "
        "have another offer (from {other_employers})",
    ),
    wording=(
        do("Mention it in passing, as news", source=article(7)),
        do("Say that theirs is the job you are really keen on, if it is", source=article(7)),
        do("Say by when you have to answer the other offer, if you have to", source=OURS),
        dont("Don't make it an ultimatum", source=article(7)),
    ),
    source=article(7),
    why="It shows whether they really want you, and may hurry their decision along.",
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
    wording=(
        do("Tell {recruiter} how the interview went", source=HAYS_UK),
        do("Ask what {employer} thought of you: they may hear what you don't", source=article(8)),
    ),
    source=article(8),
    why="Recruiters may know somebody there and hear what candidates are not told, "
    "but only if you ask them to.",
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
    cautions=early(
        "Too early to connect with {person} on LinkedIn: wait until {opens}",
        since=interview.ends,
    ),
    wording=(
        do("Thank them for their time on {day}", source=article(9)),
        do("Say which job you were interviewed for", source=article(9)),
        do("Say that you are keen to join them, if you are", source=article(9)),
        do("Offer to answer any further questions", source=article(9)),
        dont("Don't send the request without a message of your own", source=article(9)),
    ),
    source=article(9),
    why="Your message comes with your picture, and puts your thanks in front of them once more.",
)

# 10. Follow up again, but take it easy.

wait = parameter("wait", days(7), "how long to wait after the last contact", source=article(10))
between = parameter("between", days(7), "how long to wait between reminders", source=article(10))
at_most = parameter("at-most", 2, "how often to chase after an interview", source=AT_MOST_TWO)

grace_days = parameter(
    "grace", days(0), "how many days to let pass after the promised one", source=OURS
)
note_is_over = named("the last moment for your thank-you", application.latest_ends + within)
last_contact = first_known(last_of(application.thanked, application.heard_since), note_is_over)
answer_expected = named(
    "the moment at which an answer is due",
    first_known(application.awaited.let_pass(grace_days), last_contact + wait),
)
last_chase = named(
    "you last asked about their decision", last_done("chase", since=application.latest_ends)
)
last_mention = named("you mentioned the other offer", last_done("mention-offer"))
last_reminder = last_of(last_chase, last_mention, application.recruiter_asked)
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
    text=when(
        application.recruiter.exists,
        "Ask {recruiter} how far {employer} has got",
        otherwise="Ask {employer} how far along they are, or how you compared with the others",
    ),
    cautions=early(
        when(
            application.recruiter.exists,
            "Too early to remind {recruiter} of {employer}: wait until {opens}",
            otherwise="Too early to ask {employer} about their decision: wait until {opens}",
        ),
        since=when(
            application.recruiter.exists,
            last_done("ask-recruiter", since=application.latest_ends),
            otherwise=application.latest_ends,
        ),
    ),
    wording=(
        do("Ask how far along they are, or how you compared with the others", source=article(10)),
        do("Sound eager", source=article(10)),
        dont("Don't ask “any news yet?”", source=article(10)),
        dont("Don't sound desperate", source=article(10)),
    ),
    source=article(10),
    why="One friendly question is fine when its time has come; asking too often can annoy.",
)

# All the rules above, in the order of the article.
CV_LIBRARY = RuleSet(rule for rule in list(globals().values()) if isinstance(rule, Rule))
"""The rules where none are given: the ten pieces of advice of an article, in its order.

That is “Make Sure You Do These 10 Things After A Job Interview”, by Laura Slingo of CV-Library.
Numbers that it does not give have sources of their own, or are this library's choice.
"""

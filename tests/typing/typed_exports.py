# pyright: strict, reportUnnecessaryTypeIgnoreComment=true
"""Answers in other forms: dictionaries, documents, texts, pages, pictures, tables, calendars."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Literal, assert_type

from icalendar import Calendar

from interview_followup import (
    CV_LIBRARY,
    Application,
    Comparison,
    Difference,
    Explanation,
    Interview,
    JobSearch,
    Medium,
    NotHeld,
    Outcome,
    Plan,
    Rule,
    RuleSet,
    Status,
    Verdict,
    to_dict,
)
from interview_followup.exports.calendar import plan_calendar
from interview_followup.exports.dictionaries import (
    AccountDict,
    ActionDict,
    AdviceDict,
    ApplicationDict,
    ApplicationNames,
    AskedQuestionDict,
    BriefCautionDict,
    CautionDict,
    ChangedFactDict,
    ChangeDict,
    ComparedActDict,
    ComparisonDict,
    DifferenceDict,
    DoneAtDict,
    DoneDict,
    ExplanationDict,
    FactTimeDict,
    FollowUpDict,
    HindranceDict,
    InterviewDict,
    MovedDict,
    NumberDict,
    OfferDict,
    OpinionDict,
    ParameterDict,
    PartDict,
    PersonDict,
    PlanDict,
    ProblemDict,
    PromiseDict,
    QuestionDict,
    ReasonDict,
    RuleDict,
    RuleSetDict,
    SearchDict,
    SetAsideDict,
    SetAsideUntilDict,
    SubjectDict,
    SubjectKeys,
    TimeDict,
    VerdictDict,
    WakingHoursDict,
    WarningDict,
    WindowDict,
    WordingDict,
    WorkdaysDict,
)
from interview_followup.exports.dictionaries import to_dict as to_dict_of_exports
from interview_followup.exports.document import (
    rules_toml,
    search_document,
    search_json,
    search_toml,
)
from interview_followup.exports.html import (
    comparison_html,
    notebook_html,
    notebook_markdown,
    plan_html,
)
from interview_followup.exports.json_schema import json_schema
from interview_followup.exports.tables import COLUMNS, MOMENTS, action_rows
from interview_followup.exports.text import (
    comparison_text,
    explanation_text,
    forecast_text,
    plan_text,
    rules_text,
    verdict_text,
)
from interview_followup.exports.timeline import timeline_svg

# -- dictionaries ---------------------------------------------------------------------------------


def make_dictionaries(
    search: JobSearch,
    application: Application,
    interview: Interview,
    plan: Plan,
    verdict: Verdict,
    explanation: Explanation,
    difference: Difference,
    comparison: Comparison,
) -> None:
    assert_type(to_dict(search), SearchDict)
    assert_type(to_dict(application), SearchDict)
    assert_type(to_dict(interview), SearchDict)
    assert_type(to_dict(plan), PlanDict)
    assert_type(to_dict(verdict), VerdictDict)
    assert_type(to_dict(explanation), ExplanationDict)
    assert_type(to_dict(difference), DifferenceDict)
    assert_type(to_dict(comparison), ComparisonDict)
    assert_type(to_dict(CV_LIBRARY), RuleSetDict)
    assert_type(to_dict_of_exports(plan), PlanDict)


def of_a_search(search: SearchDict) -> None:
    assert_type(search["timezone"], str)
    assert_type(search.get("format"), Literal[1] | None)
    assert_type(search.get("applications"), list[ApplicationDict] | None)
    assert_type(search.get("workdays"), str | WorkdaysDict | None)
    assert_type(search.get("waking_hours"), WakingHoursDict | None)
    assert_type(search.get("done"), list[DoneDict] | None)
    assert_type(search.get("set_aside"), list[SetAsideDict] | None)
    assert_type(search.get("notes"), str | None)
    for fact in (search.get("facts") or {}).values():
        assert_type(fact, str | int | float | bool | FactTimeDict | None)
    assert_type(search.get("key"), str | int | None)


def of_an_application(application: ApplicationDict) -> None:
    assert_type(application.get("employer"), str | None)
    assert_type(application.get("role"), str | None)
    assert_type(application.get("interviews"), list[InterviewDict] | None)
    assert_type(application.get("recruiter"), PersonDict | None)
    assert_type(application.get("follow_up"), FollowUpDict | None)
    assert_type(application.get("promise"), PromiseDict | None)
    assert_type(application.get("offer"), OfferDict | None)
    assert_type(application.get("heard"), str | TimeDict | None)
    assert_type(application.get("outcome"), Outcome | None)
    assert_type(application.get("signed"), str | TimeDict | None)
    assert_type(application.get("preferred"), bool | None)


def of_an_interview(interview: InterviewDict) -> None:
    assert_type(interview["starts"], str | TimeDict)
    assert_type(interview.get("ends"), str | TimeDict | None)
    assert_type(interview.get("minutes"), int | None)
    assert_type(interview.get("medium"), Medium | None)
    assert_type(interview.get("interviewers"), list[PersonDict] | None)
    assert_type(interview.get("left"), str | TimeDict | None)
    assert_type(interview.get("not_held"), NotHeld | None)
    assert_type(interview.get("questions"), list[AskedQuestionDict] | None)


def written_by_hand() -> None:
    person: PersonDict = {"name": "Ada", "email": None, "key": 7}
    question: AskedQuestionDict = {"text": "Why us?", "tricky": True}
    done: DoneDict = {"act": "thank-you", "at": "2026-11-24T14:20:00Z", "to": "Ada"}
    aside: SetAsideDict = {"act": "chase", "until": None}
    time: TimeDict = {"at": "2026-11-24T10:00:00", "timezone": "Europe/London"}
    fact: FactTimeDict = {"at": "2026-12-01"}
    interview: InterviewDict = {
        "starts": time,
        "minutes": 45,
        "interviewers": [person],
        "questions": [question],
        "done": [done],
        "set_aside": [aside],
    }
    follow_up: FollowUpDict = {"channel": "email"}
    promise: PromiseDict = {"within": "5 working days", "made": "2026-11-24"}
    offer: OfferDict = {"received": "2026-11-24", "declined": False}
    workdays: WorkdaysDict = {"weekend": ["Friday"], "holidays": ["2026-12-25"]}
    hours: WakingHoursDict = {"starts": "07:30", "ends": None}
    search: SearchDict = {
        "timezone": "Europe/London",
        "applications": [
            {
                "employer": "Acme",
                "interviews": [interview],
                "follow_up": follow_up,
                "promise": promise,
                "offer": offer,
                "facts": {"task_due": fact, "pages": 3},
            }
        ],
        "workdays": workdays,
        "waking_hours": hours,
    }
    print(search)


def of_a_plan(plan: PlanDict) -> None:
    assert_type(plan["format"], Literal[1])
    assert_type(plan["now"], str)
    assert_type(plan["until"], str | None)
    assert_type(plan["timezone"], str)
    assert_type(plan["actions"], list[ActionDict])
    assert_type(plan["cautions"], list[CautionDict])
    assert_type(plan["questions"], list[QuestionDict])
    assert_type(plan["problems"], list[ProblemDict])
    for problem in plan["problems"]:
        assert_type(problem["place"], str)
        assert_type(problem["message"], str)
        assert_type(problem["mend"], str)
    for question in plan["questions"]:
        assert_type(question["fact"], str)
        assert_type(question["text"], str)
        assert_type(question["acts"], list[str])


def of_an_action(action: ActionDict) -> None:
    whose: SubjectDict = action
    window: WindowDict = action
    when: DoneAtDict = action
    assert_type(when.get("at"), str | None)
    assert_type(whose["application"], ApplicationNames | None)
    assert_type(whose["interview"], str | None)
    assert_type(whose["person"], str | None)
    assert_type(whose["keys"], SubjectKeys)
    assert_type(whose["keys"]["search"], str | None)
    assert_type(window["opens"], str | None)
    assert_type(window["best"], str | None)
    assert_type(window["due"], str | None)
    assert_type(window["closes"], str | None)
    assert_type(action["uid"], str)
    assert_type(action["act"], str)
    assert_type(action["rules"], list[str])
    assert_type(action["status"], Status)
    assert_type(action["until"], str | None)
    assert_type(action["timezone"], str)
    assert_type(action["hindrance"], HindranceDict | None)
    assert_type(action["channel"], str | None)
    assert_type(action["to"], str | None)
    assert_type(action["text"], str)
    assert_type(action["why"], str)
    assert_type(action["wording"], list[WordingDict])
    assert_type(action["source"], str)
    if hindrance := action["hindrance"]:
        assert_type(hindrance["interview"], str | None)
        assert_type(hindrance["nearest"], str | None)
        assert_type(hindrance["before"], str | None)
        assert_type(hindrance["text"], str)
    for sentence in action["wording"]:
        assert_type(sentence["kind"], Literal["do", "dont"])
        assert_type(sentence["text"], str)
        assert_type(sentence["source"], str)
    if names := action["application"]:
        assert_type(names["employer"], str | None)
        assert_type(names["role"], str | None)


def of_a_caution(caution: CautionDict) -> None:
    whose: SubjectDict = caution
    print(whose)
    assert_type(caution["uid"], str)
    assert_type(caution["act"], str)
    assert_type(caution["rules"], list[str])
    assert_type(caution["status"], Status)
    assert_type(caution["since"], str | None)
    assert_type(caution["until"], str | None)
    assert_type(caution["text"], str)


def of_a_verdict(verdict: VerdictDict) -> None:
    assert_type(verdict["format"], Literal[1])
    assert_type(verdict["allowed"], bool)
    assert_type(verdict["status"], Status)
    assert_type(verdict["until"], str | None)
    assert_type(verdict["act"], str)
    assert_type(verdict["text"], str)
    assert_type(verdict["why"], str)


def of_an_explanation(explanation: ExplanationDict) -> None:
    verdict: VerdictDict = explanation
    print(verdict)
    assert_type(explanation["now"], str)
    assert_type(explanation["set_aside"], SetAsideUntilDict | None)
    assert_type(explanation["window"], WindowDict | None)
    assert_type(explanation["put_in_order"], list[MovedDict])
    assert_type(explanation["cautions"], list[BriefCautionDict])
    assert_type(explanation["rules"], list[AccountDict])
    for moved in explanation["put_in_order"]:
        assert_type(moved["part"], str)
        assert_type(moved["from"], str)
        assert_type(moved["to"], str)
    for account in explanation["rules"]:
        assert_type(account["name"], str)
        assert_type(account["speaks"], bool)
        assert_type(account["parts"], list[PartDict])
        assert_type(account["cautions"], list[WarningDict])
        for part in account["parts"]:
            reason: ReasonDict = part
            assert_type(part["part"], str)
            assert_type(reason["says"], str)
            assert_type(reason["value"], Any)
            assert_type(reason["parameter"], NumberDict | None)
            assert_type(reason["operands"], list[ReasonDict])


def of_a_difference(difference: DifferenceDict) -> None:
    assert_type(difference["appeared"], list[ChangeDict])
    assert_type(difference["went"], list[ChangeDict])
    assert_type(difference["moved"], list[ChangeDict])
    assert_type(difference["became"], list[ChangeDict])
    for change in difference["moved"]:
        assert_type(change["uid"], str)
        assert_type(change["before"], AdviceDict | None)
        assert_type(change["after"], AdviceDict | None)
        assert_type(change["status"], Status | None)
        assert_type(change["because"], list[ChangedFactDict])
        assert_type(change["text"], str)
        if after := change["after"]:
            assert_type(after["kind"], Literal["action", "caution"])


def of_a_comparison(comparison: ComparisonDict) -> None:
    assert_type(comparison["packs"], list[str])
    assert_type(comparison["acts"], list[ComparedActDict])
    for act in comparison["acts"]:
        assert_type(act["opinions"], list[OpinionDict])
        for opinion in act["opinions"]:
            assert_type(opinion["says"], Status | Literal["never", "no rule"])


def of_rules(rules: RuleSetDict) -> None:
    assert_type(rules["rules"], list[RuleDict])
    for rule in rules["rules"]:
        assert_type(rule["kind"], Literal["advice", "reminder", "guard", "veto"])
        assert_type(rule["says"], dict[str, str])
        assert_type(rule["parameters"], list[ParameterDict])


def of_a_schema() -> None:
    assert_type(json_schema("plan"), dict[str, Any])


# -- documents, texts, pages, pictures ------------------------------------------------------------


def documents(search: JobSearch, application: Application, rules: RuleSet) -> None:
    assert_type(search_document(search), dict[str, Any])
    assert_type(search_json(application), str)
    assert_type(search_toml(search), str)
    assert_type(rules_toml(rules), str)


def texts(
    plan: Plan,
    verdict: Verdict,
    explanation: Explanation,
    comparison: Comparison,
    rules: Iterable[Rule],
) -> None:
    assert_type(plan_text(plan, width=80, long=True, colour=False), str)
    assert_type(forecast_text(plan, width=80, long=True, colour=False), str)
    assert_type(comparison_text(comparison, width=80), str)
    assert_type(explanation_text(explanation), str)
    assert_type(verdict_text(verdict), str)
    assert_type(rules_text(rules), str)
    assert_type(rules_text(CV_LIBRARY), str)


def pages(plan: Plan, comparison: Comparison, shown: object) -> None:
    assert_type(plan_html(plan), str)
    assert_type(comparison_html(comparison), str)
    assert_type(notebook_html(shown), str)
    assert_type(notebook_markdown(shown), str)
    assert_type(timeline_svg(plan, width=600), str)


# -- tables, calendars ----------------------------------------------------------------------------


def rows(plan: Plan) -> None:
    assert_type(action_rows(plan), list[dict[str, Any]])
    assert_type(COLUMNS, tuple[str, ...])
    assert_type(MOMENTS, tuple[str, ...])


def calendars(plan: Plan, stamp: datetime, day: date, stored: bytes) -> None:
    calendar = plan_calendar(plan, stamp=stamp)
    assert_type(calendar, Calendar)
    assert_type(plan_calendar(plan, stamp=day, before=calendar, todos=True), Calendar)
    assert_type(plan_calendar(plan, stamp=stamp, before=stored), Calendar)

"""Packs of rules that installed packages publish: listed without an import, loaded on request."""

from __future__ import annotations

import importlib.metadata
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple, TypeAlias

import pytest

import interview_followup
from interview_followup import CV_LIBRARY, FollowupError, InvalidInput
from interview_followup.advice import BrokenPack, Pack, load, packs
from interview_followup.advice._packs import _line

GROUP = "interview_followup.rules"
SHIPPED = ("cv-library", "interview_followup.advice:CV_LIBRARY", "interview_followup")

GOOD = """
from interview_followup import Rule, RuleSet
from interview_followup.language import interview

RULES = RuleSet([
    Rule(name="send-{name}", per=interview, opens=interview.ends, best=interview.ends,
         text="Send {name}", why="Nobody else does."),
])
"""
EMPLOYERS = (
    GOOD.replace("{name}", "letters")
    .replace("per=interview,", "per='application', act='send-cards',")
    .replace("interview.ends", "application.latest_ends")
    .replace("import interview", "import application")
)
RAISES = "raise RuntimeError('it was imported')"
INVALID = """
from interview_followup import Rule
from interview_followup.language import interview

Rule(name="Send It", per=interview, opens=interview.ends, text="Send it", why="Why not?")
"""
MISSPELT = """
from interview_followup.language import interview

interview.end
"""


class Published(NamedTuple):
    """An entry point: its name, where its rules are, and the package that publishes it."""

    name: str
    value: str
    package: str | None


Publish: TypeAlias = Callable[..., None]


@pytest.fixture
def publish(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Publish]:
    """Yield a function that pretends that some packages are installed, beside the shipped one."""
    monkeypatch.syspath_prepend(str(tmp_path))
    for module, source in {
        "cards": GOOD.replace("{name}", "cards"),
        "flowers": GOOD.replace("{name}", "flowers"),
        "other": GOOD.replace("{name}", "cards").replace("else", "but me"),
        "employers": EMPLOYERS,
        "raises": RAISES,
        "exits": "raise SystemExit(3)",
        "invalid": INVALID,
        "misspelt": MISSPELT,
        "syntax": "RULES = [\n)\n",
        "helped": "# Whose rules another module makes.\n\nfrom pack_invalid import RULES\n",
    }.items():
        (tmp_path / f"pack_{module}.py").write_text(source, encoding="utf-8")

    def entry_points(*published: tuple[str, str, str | None]) -> None:
        entries = EntryPoints(
            _entry(Published(*entry)) for entry in ([*published, SHIPPED] if published else [])
        )
        monkeypatch.setattr(importlib.metadata, "entry_points", entries.select)

    yield entry_points
    for module in [name for name in sys.modules if name.startswith("pack_")]:
        del sys.modules[module]


def _entry(published: Published) -> EntryPoint:
    entry = EntryPoint(name=published.name, value=published.value, group=GROUP)
    package = published.package
    dist: Any = SimpleNamespace(name=package) if package else None
    vars(entry).update(dist=dist)
    return entry


def problems(load_it: Callable[[], Any], kind: type[InvalidInput] = InvalidInput) -> list[str]:
    """Return what is wrong."""
    with pytest.raises(kind) as caught:
        load_it()
    return str(caught.value).splitlines()


CARDS = ("cards", "pack_cards:RULES", "paper")
FLOWERS = ("flowers", "pack_flowers:RULES", "garden")
OTHER_CARDS = ("other-cards", "pack_other:RULES", "garden")
TO_EMPLOYERS = ("employers", "pack_employers:RULES", "letters")
RAISING = ("raising", "pack_raises:RULES", "fireworks")


# -- listing --------------------------------------------------------------------------------------


def test_the_shipped_pack_is_installed() -> None:
    assert SHIPPED[:2] in {(pack.name, pack.value) for pack in packs()}
    assert CV_LIBRARY == load("cv-library")


def test_packs_are_listed_by_name(publish: Publish) -> None:
    publish(RAISING, FLOWERS, CARDS)
    expected = ["cards", "cv-library", "flowers", "raising"]
    assert expected == [pack.name for pack in packs()]
    assert Pack("cards", "paper", "pack_cards:RULES") == packs()[0]
    assert "<Pack cards of paper>" == repr(packs()[0])


def test_listing_imports_nothing(publish: Publish) -> None:
    publish(RAISING, CARDS)
    packs()
    load("cards")
    assert "pack_raises" not in sys.modules
    # The module would raise, and not only where nobody looks.
    assert problems(lambda: load("raising"))


def test_packs_in_one_name_are_listed_by_package_and_place(publish: Publish) -> None:
    other = ("cards", "pack_flowers:RULES", "paper")
    nobody = ("cards", "pack_cards:RULES", None)
    publish(("cards", "pack_cards:RULES", "zebra"), CARDS, other, nobody)
    expected = [None, "paper", "paper", "zebra", SHIPPED[2]]
    assert expected == [pack.package for pack in packs()]
    assert ["pack_cards:RULES", "pack_flowers:RULES"] == [pack.value for pack in packs()[1:3]]


def test_a_pack_that_is_found_twice_is_listed_once(publish: Publish) -> None:
    publish(CARDS, CARDS)
    assert ["cards", "cv-library"] == [pack.name for pack in packs()]
    assert ["send-cards"] == [rule.name for rule in load("cards")]


def test_where_nothing_is_installed_nothing_is_listed(publish: Publish) -> None:
    publish()
    assert () == packs()
    [problem] = problems(lambda: load("cards"))
    assert "pack 'cards': is not installed; leave it out" == problem


def test_a_pack_is_a_value(publish: Publish) -> None:
    publish(CARDS)
    [pack, _] = packs()
    assert pack == pickle.loads(pickle.dumps(pack))
    assert 1 == len({pack, packs()[0]})


def test_importing_the_library_looks_for_no_packs() -> None:
    code = "import importlib.metadata as m; m.entry_points = None; import interview_followup.advice"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (0, b"") == (done.returncode, done.stderr)


# -- loading --------------------------------------------------------------------------------------


def test_a_pack_is_loaded_by_name(publish: Publish) -> None:
    publish(CARDS)
    assert ["send-cards"] == [rule.name for rule in load("cards")]
    assert load("cards") == packs()[0].load()


def test_several_packs_are_loaded_together_in_the_order_given(publish: Publish) -> None:
    publish(CARDS, FLOWERS)
    assert ["send-flowers", "send-cards"] == [rule.name for rule in load("flowers", "cards")]
    assert len(CV_LIBRARY) + 1 == len(load("cv-library", "cards"))


def test_a_pack_that_is_named_twice_is_loaded_once(publish: Publish) -> None:
    publish(CARDS)
    assert ["send-cards"] == [rule.name for rule in load("cards", "cards")]


def test_without_a_name_there_are_no_rules() -> None:
    assert 0 == len(load())


# -- what cannot be loaded ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("card", "pack 'card': is not installed; did you mean 'cards'?"),
        ("CV-Library", "pack 'CV-Library': is not installed; did you mean 'cv-library'?"),
        (
            "perfume",
            "pack 'perfume': is not installed; use one of: cards, cv-library, flowers",
        ),
        (
            "cards.toml.txt",
            "pack 'cards.toml.txt': is not installed; "
            "the name of a file is to end in .toml or .json",
        ),
    ],
)
def test_a_name_that_is_not_installed_is_refused_with_the_near_one(
    publish: Publish, name: str, expected: str
) -> None:
    publish(CARDS, FLOWERS)
    assert [expected] == problems(lambda: load(name))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("pack_raises:RULES", "cannot be imported: RuntimeError: it was imported"),
        ("pack_exits:RULES", "cannot be imported: SystemExit: 3"),
        ("pack_cards:RULE", "cannot be imported: AttributeError: module 'pack_cards' has no"),
        ("pack_none:RULES", "cannot be imported: ModuleNotFoundError: No module named 'pack_none'"),
        ("no place", "is 'no place', and no 'module:name'; "),
        ("pack_cards:GROUPS", "cannot be imported: AttributeError"),
        ("pack_cards:Rule", "is <class 'interview_followup.language._rule.Rule'>, and no rule set"),
        ("pack_cards", "is <module 'pack_cards' from "),
        ("pack_invalid:RULES", "is not valid: Send It.name: 'Send It' is not a slug; "),
        ("pack_misspelt:RULES", "is not valid: interview.end: there is no such fact about an int"),
    ],
)
def test_a_broken_pack_is_named_with_what_is_wrong_and_the_others_load(
    publish: Publish, value: str, expected: str
) -> None:
    publish(("broken", value, "junk"), CARDS)
    messages = problems(lambda: load("broken"))
    assert messages[0].startswith(f"pack 'broken' of junk: {expected}")
    assert messages[-1].endswith(f"; mend {value}, or uninstall junk")
    assert ["broken", "cards", "cv-library"] == [pack.name for pack in packs()]
    assert ["send-cards"] == [rule.name for rule in load("cards")]


@pytest.mark.parametrize(
    ("module", "line"),
    [("raises", 1), ("exits", 1), ("invalid", 5), ("misspelt", 4), ("syntax", 2)],
)
def test_a_broken_pack_is_told_with_the_line_of_its_file(
    publish: Publish, tmp_path: Path, module: str, line: int
) -> None:
    publish(("broken", f"pack_{module}:RULES", "junk"))
    message = "\n".join(problems(lambda: load("broken")))
    assert f" (line {line} of {tmp_path / f'pack_{module}.py'}); mend " in message


def test_a_broken_pack_is_told_with_the_line_where_it_breaks(
    publish: Publish, tmp_path: Path
) -> None:
    publish(("broken", "pack_helped:RULES", "junk"))
    message = "\n".join(problems(lambda: load("broken")))
    assert f" (line 5 of {tmp_path / 'pack_invalid.py'}); mend " in message


@pytest.mark.parametrize("name", ["pack_beside.py", "interview_followup_take_home/rules.py"])
def test_a_pack_beside_the_library_is_told_with_its_line(name: str) -> None:
    beside = Path(interview_followup.__file__).parents[1] / name
    code = compile("\n\nraise RuntimeError", str(beside), "exec")
    with pytest.raises(RuntimeError) as caught:
        exec(code)
    assert f" (line 3 of {beside})" == _line(caught.value)


def test_what_is_no_file_s_has_no_line(publish: Publish) -> None:
    publish(("broken", "pack_none:RULES", "junk"))
    assert " (line " not in "".join(problems(lambda: load("broken")))


def test_a_broken_pack_is_an_error_of_its_own_that_keeps_its_cause(publish: Publish) -> None:
    publish(RAISING)
    [_, pack] = packs()
    with pytest.raises(BrokenPack) as caught:
        pack.load()
    assert isinstance(caught.value.__cause__, RuntimeError)
    assert isinstance(caught.value, InvalidInput | FollowupError)
    [problem] = caught.value.problems
    assert "pack 'raising' of fireworks" == problem.place
    again = pickle.loads(pickle.dumps(caught.value))
    assert (BrokenPack, caught.value.problems) == (type(again), again.problems)


def test_a_pack_that_stops_the_program_stops_it(publish: Publish, tmp_path: Path) -> None:
    (tmp_path / "pack_stop.py").write_text("raise KeyboardInterrupt", encoding="utf-8")
    publish(("stop", "pack_stop:RULES", "junk"))
    with pytest.raises(KeyboardInterrupt):
        load("stop")


def test_everything_that_is_wrong_is_named_at_once(publish: Publish) -> None:
    publish(CARDS, RAISING, ("odd", "pack_cards:Rule", "junk"))
    messages = problems(lambda: load("raising", "cards", "crads", "odd"))
    expected = ["pack 'raising' of fireworks", "pack 'crads'", "pack 'odd' of junk"]
    assert expected == [message.partition(":")[0] for message in messages]


def test_a_second_pack_of_a_shipped_name_takes_nothing_from_the_shipped_one(
    publish: Publish,
) -> None:
    publish(CARDS, ("cv-library", "pack_flowers:RULES", "garden"))
    assert CV_LIBRARY == load("cv-library")
    assert 3 == len(packs())


class Nameless:
    """A package whose metadata cannot be read."""

    @property
    def name(self) -> str:
        raise KeyError("Name")


def test_a_package_that_cannot_say_its_name_publishes_all_the_same(
    publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(CARDS)
    entry = EntryPoint(name="flowers", value="pack_flowers:RULES", group=GROUP)
    vars(entry).update(dist=Nameless())
    monkeypatch.setattr(importlib.metadata, "entry_points", EntryPoints([entry]).select)
    assert [("flowers", None)] == [(pack.name, pack.package) for pack in packs()]
    assert ["send-flowers"] == [rule.name for rule in load("flowers")]


def test_a_shipped_pack_that_two_packages_publish_is_loaded(publish: Publish) -> None:
    publish(("cv-library", SHIPPED[1], "fork"))
    assert 2 == len(packs())
    assert CV_LIBRARY == load("cv-library")


def test_a_name_that_two_packages_publish_is_refused(publish: Publish) -> None:
    publish(CARDS, ("cards", "pack_flowers:RULES", "garden"), FLOWERS)
    expected = "pack 'cards': is published by garden and paper; uninstall all of them but one"
    assert [expected] == problems(lambda: load("cards"))
    assert ["send-flowers"] == [rule.name for rule in load("flowers")]


def test_of_two_packs_with_a_rule_of_one_name_the_later_one_wins(publish: Publish) -> None:
    publish(CARDS, OTHER_CARDS)
    cards, others = load("cards"), load("other-cards")
    assert cards["send-cards"] != others["send-cards"]
    assert others == load("cards", "other-cards")
    assert cards == load("other-cards", "cards") == load("cards", "other-cards", "cards")


def test_two_packs_with_an_act_for_two_kinds_of_subject_are_refused(publish: Publish) -> None:
    publish(CARDS, TO_EMPLOYERS)
    assert [
        "pack 'employers': 'send-letters' is per application, but 'send-cards' on the same act is "
        "not; make both per interview, or give it an act of its own"
    ] == problems(lambda: load("cards", "employers"))


def test_a_pack_without_a_package_can_be_loaded(publish: Publish) -> None:
    publish(("cards", "pack_cards:RULES", None), ("odd", "pack_cards:Rule", None))
    assert ["send-cards"] == [rule.name for rule in load("cards")]
    assert "<Pack cards of None>" == repr(packs()[0])
    [problem] = problems(lambda: load("odd"))
    assert problem.startswith("pack 'odd' of an unknown package: is <class ")
    assert problem.endswith("; mend pack_cards:Rule, or uninstall an unknown package")


@pytest.mark.parametrize("name", [5, None, ["cards"]], ids=str)
def test_what_is_no_name_of_a_pack_is_refused(publish: Publish, name: Any) -> None:
    other: Any = 6
    publish(CARDS)
    expected = f"pack: {name!r} is no name; give the name of a pack"
    assert [expected] == problems(lambda: load("cards", name))
    assert [expected] == problems(lambda: load(name, "cards", other))


def test_a_package_whose_entry_points_cannot_be_read_hides_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Damaged:
        @property
        def entry_points(self) -> Any:
            raise ValueError("not an entry point")

    def unreadable(**_: str) -> Any:
        raise ValueError("not an entry point")

    sound = SimpleNamespace(
        entry_points=[
            _entry(Published(*CARDS)),
            EntryPoint("script", "a:b", "console_scripts"),
            EntryPoint("plugin", "a:b", "pytest11"),
        ]
    )
    monkeypatch.setattr(importlib.metadata, "entry_points", unreadable)
    monkeypatch.setattr(importlib.metadata, "distributions", lambda: [Damaged(), sound])
    assert ["cards"] == [pack.name for pack in packs()]

"""Names in all their forms and private texts of every kind: not a byte of them is in a bundle."""

from __future__ import annotations

import json
import re
import tempfile
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from learnlead.coach.names.vocabulary import vocabulary
from learnlead.sitting.kinds import KINDS
from learnlead.text.phrase import folded
from running import run
from sizes import examples

RUBRIC = """\
learnlead-rubric: 1
id: small
version: 1
title: Small
scale: {kind: frequency, labels: [never, rarely, half, mostly, always]}
relationships:
  - {id: formal-authority, name: Formal, sentence: I helped someone who reports to me learn}
  - {id: equal-influence, name: Equal, sentence: a peer and I learned as equals}
behaviours:
  - {id: asking, name: Asking, relationship: all, opportunity: made, when: When, i: I asked}
questions:
  - {id: keep-one, kind: short, ask: Which would you keep?}
"""

SYLLABLES = ("qua", "zor", "vé", "xim", "wöl", "pjo", "yßk", "ñad", "tlü", "fjå")
"""Of which no word of the product, English or German, is made."""

NAME = st.lists(st.sampled_from(SYLLABLES), min_size=2, max_size=4).map(
    lambda parts: "".join(parts).capitalize()
)

FORMS: tuple[Callable[[str, str], str], ...] = (
    lambda first, last: f"{first} {last}",
    lambda first, _: first,
    lambda _, last: last,
    lambda first, _: first.upper(),
    lambda first, _: first.lower(),
    lambda first, _: unicodedata.normalize("NFD", first),
    lambda first, _: "".join(
        c for c in unicodedata.normalize("NFD", first) if not unicodedata.combining(c)
    ),
    lambda first, _: first.casefold(),
    lambda first, _: f"{first}'s",
    lambda first, _: f"{first}’s",
    lambda first, _: f"{first}s",
    lambda first, last: f"{first}\n{last}",
    lambda first, last: f"{first}-{last}",
    lambda first, last: f"{first}\u00a0{last}",
    lambda first, last: f"**{first}** _{last}_",
    lambda first, last: f"{first}.{last}@example.org",
    lambda first, last: f"{first}{last}",
    lambda first, last: f"({first}/{last})",
    lambda first, _: f"“{first}”…",
    lambda first, last: f"{first[0]}. {last}",
    lambda _, last: f"Herrn Dr. {last}",
    lambda first, last: f"https://x.example/people/{first}.{last}?q=1",
    lambda first, _: f"…/team/{first}",
    lambda first, last: f"@{first} and {first}_{last}",
    lambda _, last: f"2026_{last}.pdf",
    lambda first, last: f"{first[0]}{last}@example.org",
)

NEARLY: tuple[Callable[[str], str], ...] = (
    lambda secret: f"%%private%%\n{secret}\n%%end%%",
    lambda secret: f"  %% private %%\n{secret}\n  %% end %%",
    lambda secret: f"%% Private %%\n\n{secret}\n\n%% End %%",
    lambda secret: f"More. %% private %% {secret} %% end %% And more.",
    lambda secret: f"More. %%PRIVATE%% {secret}",
    lambda secret: f"More. %% {secret} %% And more.",
    lambda secret: f"More. <!-- {secret}\n{secret} --> And more.",
    lambda secret: f"More. <!-- {secret}",
    lambda secret: f"More. %% {secret}",
)
"""Ways to mean that a text is private which no page reads so."""

SECRETS = ("withheldone", "privatetwo", "oppositethree", "foreignfour", "notefive", "keysix")
"""Words that stand where nothing leaves from: With, private blocks, the opposite, and so on."""


def page(number: int, first: str, last: str, words: list[str], nearly: list[str]) -> str:
    cue, action, cue2, act2 = (text.replace("\n", " ") for text in words[:4])
    return f"""\
---
learnlead: 1
date: 2026-{number + 1:02}-06
rubric: small
focus: asking
focus-notice: {json.dumps(f"{action} speaks", ensure_ascii=False)}
relationships: [formal-authority]
owner: {SECRETS[5]} {first}
---

# For {last} {SECRETS[3]}

## Looking back <!-- looking-back -->

**Plan:** If **{cue} asks**, then I will **call {action}** <!-- plan 2026-01-01 {first} -->

**Outcome:** done

{words[4]} told me.

%% private %%
{SECRETS[1]} {last}
%% end %%

## I helped <!-- moment formal-authority -->

**With:** {first} {last} {SECRETS[0]}

Then {words[5]} said
{words[6]} went.

%% private %%
{SECRETS[1]}
%% end %%

### The other side <!-- other-side -->

{words[7]} laughed.

{nearly[0]}

## What came back <!-- heard -->

{words[8]} wrote.

**With:** {SECRETS[0]}

## Ratings <!-- ratings -->

### Asking <!-- asking -->

**Rating:** 4

{words[9]} drew it.

{nearly[1]}

## Questions <!-- questions -->

### Which? <!-- answer keep-one -->

The one with {words[10]}.

### Which? <!-- answer unheard-of -->

{SECRETS[3]}

## The opposite <!-- opposite -->

{SECRETS[2]}

## Insight <!-- insight -->

{words[11]} knew.

%% private %%
{SECRETS[1]} to the end

## Notes of mine

{SECRETS[3]} {first}

## Obstacle <!-- obstacle -->

{words[12]} waits.

{nearly[2]}

## Plan <!-- plan -->

- [ ] If **{cue2} %%{SECRETS[1]}%%**, then I will **call {act2}**<!-- plan asking --> 📅 2026-12-27
"""


def every_byte(bundle: Path) -> str:
    """All names and contents of the bundle's files, in small letters without accents."""
    with zipfile.ZipFile(bundle) as archive:
        assert archive.testzip() is None
        texts = [f"{name}\n{archive.read(name).decode()}" for name in archive.namelist()]
    return folded(unicodedata.normalize("NFC", "\n".join(texts)))


@settings(max_examples=examples(25))
@given(
    st.lists(NAME, min_size=4, max_size=4, unique=True),
    st.lists(st.lists(st.sampled_from(FORMS), min_size=13, max_size=13), min_size=4, max_size=4),
    st.lists(st.sampled_from(NEARLY), min_size=3, max_size=3),
)
def test_no_name_and_no_private_word_is_in_any_bundle(
    names: list[str],
    forms: list[list[Callable[[str, str], str]]],
    nearly: list[Callable[[str], str]],
) -> None:
    name, hidden, nickname = (names[0], names[1]), names[2], names[3]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "ws"
        assert run("init", root).code == 0
        (root / "rubrics").mkdir(exist_ok=True)
        (root / "rubrics" / "small.yaml").write_text(RUBRIC, encoding="utf-8")
        (root / "learnlead.yaml").write_text("rubric: small\n", encoding="utf-8")
        (root / "inbox.md").write_text(f"- [ ] 2026-11-01 {SECRETS[4]}\n", encoding="utf-8")
        (root / "journals").mkdir(exist_ok=True)
        for number, of_page in enumerate(forms):
            words = [form(*name) for form in of_page]
            hints = [meant(SECRETS[1]) for meant in nearly]
            text = page(number, *name, words, hints).replace(
                "knew", f"knew {hidden.lower()} and {nickname}"
            )
            file = root / "journals" / f"2026-{number + 1:02}-06 {name[0]}.md"
            file.write_text(text, encoding="utf-8")
        everything = ",".join(kind for kind in KINDS if kind != "opposite")
        for output, more in (("default.zip", ()), ("all.zip", ("--include", everything))):
            want = f"Time for {name[0]}"
            options = (
                "--yes",
                "--names",
                "stay",
                "--want",
                want,
                "--hide",
                f"{hidden}={nickname}",
                *more,
            )
            ran = run("export", "--workspace", root, "--output", root / output, *options)
            assert ran.code == 0, ran.stderr
            exported = every_byte(root / output)
            for word in (*name, hidden, nickname, *SECRETS):
                assert folded(unicodedata.normalize("NFC", word)) not in exported
        assert "a report 1" in exported
        pairs = re.findall(r"knew (someone \d+) and (someone \d+)", exported)
        assert len(pairs) >= 4
        assert len({person for pair in pairs for person in pair}) == 1, "two spellings, one person"
        assert "drew it" in exported
        assert "wrote." in exported
        assert "the one with" in exported
        ledger = (root / "records" / "shared.jsonl").read_text(encoding="utf-8")
        assert not any(folded(word) in folded(ledger) for word in SECRETS)


IN_SMALL_LETTERS = ("{}", "{}s", "{}'s", "{}-termin", "{}@example.org", "https://x.example/{}")


@settings(max_examples=examples(10))
@given(
    NAME,
    st.sampled_from(sorted(name for name in vocabulary().first_names if len(name) > 3)),
    st.lists(st.sampled_from(IN_SMALL_LETTERS), min_size=4, max_size=4),
    st.integers(min_value=0),
)
def test_no_name_in_small_letters_leaves_before_each_candidate_is_decided(
    stranger: str, first: str, forms: list[str], left_out: int
) -> None:
    """A stranger, a common first name, a known name that is a word, and initials with dots."""
    small = stranger.lower()
    texts = [form.format(name) for form, name in zip(forms, [small, first] * 2, strict=True)]
    answers = (
        {"date": "2026-11-06", "insight": f"I met {stranger}."},
        {
            "date": "2026-11-13",
            "moments": [
                {
                    "relationship": "formal-authority",
                    "with": "Mark",
                    "what": f"to {texts[0]}, then {texts[1]} and mark, at q.x.",
                }
            ],
            "obstacle": f"with {texts[2]}, like {texts[3]} said",
        },
    )
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "ws"
        here = ("--workspace", root)
        assert run("init", root).code == 0
        for answer in answers:
            assert run("reflect", *here, "--answers", "-", stdin=json.dumps(answer)).code == 0
        names = root / "records" / "names.md"
        export = ("export", *here, "--include", "moments,obstacles")
        shown = run(*export, "--dry-run", "--json")
        undecided = [candidate["words"] for candidate in json.loads(shown.stdout)["undecided"]]
        assert len(undecided) >= 4, undecided
        names.parent.mkdir(exist_ok=True)
        waiting = undecided[left_out % len(undecided)]
        some = [f"- hide: {words}" for words in undecided if words != waiting]
        for number, hidden in enumerate(([], some, [*some, f"- hide: {waiting}"])):
            names.write_text("\n".join(hidden) + "\n", encoding="utf-8")
            bundle = root / f"{number}.zip"
            ran = run(*export, "--yes", "--output", bundle)
            assert ran.code == 0 or (number < 2 and not bundle.exists())
            passages = passages_in(bundle) if ran.code == 0 else ""  # `aaron` hides `aarons`, too
            for name in (small, first, "mark", "q.x"):
                assert folded(name) not in passages, (undecided, passages)
        assert "said" in passages


def passages_in(bundle: Path) -> str:
    """The leader's texts in the bundle, in small letters without accents."""
    with zipfile.ZipFile(bundle) as archive:
        passages = json.loads(archive.read("annexes/data.json"))["passages"]
    return folded(unicodedata.normalize("NFC", " ".join(passage["text"] for passage in passages)))


def test_the_opposite_leaves_only_where_it_is_named() -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "ws"
        assert run("init", root).code == 0
        answers = "opposite: I told and did not ask\ninsight: Silence helps\n"
        done = run("reflect", "--workspace", root, "--answers", "-", stdin=answers)
        assert done.code == 0
        options = ("--yes", "--names", "stay", "--workspace", root)
        assert run("export", "--output", root / "a.zip", "--include", "pages", *options).code == 0
        assert "i told" not in every_byte(root / "a.zip")
        named = ("--include", "pages,opposite")
        assert run("export", "--output", root / "b.zip", *named, *options).code == 0
        assert every_byte(root / "b.zip").count("i told") >= 4

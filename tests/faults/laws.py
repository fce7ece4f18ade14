"""What must hold after a fault, at once and after the next run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from faults.child import Ran, digest
from faults.operations import Operation
from learnlead.adapters.disk.files.json_file import NOTHING
from learnlead.adapters.disk.files.temporaries import is_ours

Files = Mapping[str, bytes]

_CANARY = re.compile(rb"canary-[a-z0-9-]*[a-z0-9]")
_ENCRYPTED = b"age-encryption.org/"
_TRACEBACK = re.compile("Traceback .most recent|a way that nobody foresaw")


@dataclass(frozen=True, slots=True)
class Failure:
    """A law that was broken: which, and by what."""

    law: str
    what: str
    at: str = "without a fault"
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """An operation without a fault: the files before and after it, and how it ran."""

    operation: Operation
    before: Files
    after: Files
    ran: Ran


def at_once(
    known: Known, now: Files, ran: Ran, *, ended: bool = False, answer: str | None = None
) -> list[Failure]:
    """The laws over the files as the fault has left them, and over what was said.

    `answer` is what the same run without `--output` says, where both have ended well.
    """
    return [
        *(Failure("lost", word) for word in _lost(known, now, ran)),
        *(Failure("broken", path) for path in _broken(known, now, answer)),
        *(Failure("in part", path) for path in _in_part(known, now)),
        *_said(known, ran),
        *_promised(known, now, ended=ended or ran.code == known.operation.code != 130),
    ]


def left_at_the_end(files: Files) -> list[Failure]:
    """Temporaries after a run that nothing has disturbed."""
    return [Failure("left", path) for path in sorted(files) if _is_left(path, files[path])]


def next_time(
    known: Known, asked: Ran, again: Sequence[Ran], now: Files, ran: Ran
) -> list[Failure]:
    """The laws over the next two runs: the program alone, and the same operation to its end."""
    operation = known.operation
    found = [
        *(
            Failure("traceback", "the program alone")
            for _ in [0]
            if _TRACEBACK.search(asked.stderr)
        ),
        *(Failure("traceback", "the next run") for one in again if _TRACEBACK.search(one.stderr)),
        *left_at_the_end(now),
    ]
    if asked.code not in (0, 1):
        found.append(Failure("next run", f"the program alone: {asked.code}: {_last(asked.stderr)}"))
    found += [
        Failure("next run", f"{one.code}: {_last(one.stderr)}")
        for one in again
        if one.code not in {operation.code, *operation.again_codes}
    ]
    words = {*_words(known.before), *_accepted(ran)} - _going(operation)
    found += [Failure("lost by the next run", word) for word in sorted(words - _readable(now))]
    same = not operation.again or operation.again[0] == operation.job
    found += [
        Failure("still there", f"{word}: {path}")
        for word in operation.gone
        for path, content in now.items()
        if same and again[0].code == operation.code and word.encode() in content
    ]
    return found


def _lost(known: Known, now: Files, ran: Ran) -> list[str]:
    """Words that were somebody's before it, or that were accepted in it."""
    words = {*_words(known.before), *_accepted(ran)} - _going(known.operation)
    return sorted(words - _readable(now))


def _broken(known: Known, now: Files, answer: str | None = None) -> Iterable[str]:
    """Files that are neither as before nor as the program meant them; files that are gone."""
    whole: dict[str, set[str]] = {}
    for path, told in known.ran.versions:
        whole.setdefault(path, set()).add(told)
    for path in sorted({*known.before, *now}):
        before, after = known.before.get(path), known.after.get(path)
        if path not in now:
            if after is not None:
                yield f"{path} is gone"
            continue
        content = now[path]
        if _is_own(path) or content in (before, after):
            continue
        if content == NOTHING and after is None:
            continue  # it should be gone and cannot be removed, so its words are
        if path.endswith(".age") and content.startswith(_ENCRYPTED):
            continue  # with chance of its own, so that no two are alike
        if path.endswith(".jsonl") and before is not None and content.startswith(before):
            continue  # the ledger is added to, and its last line may be torn: the next run says so
        known_as = {*whole.get(path, ()), *(digest(one) for one in (before, after) if one)}
        if path == known.operation.answer and answer is not None:
            known_as.add(digest(answer.encode()))
        if digest(content) not in known_as and not _is_aside(path):
            yield path


def _in_part(known: Known, now: Files) -> Iterable[str]:
    """Files that belong together, of which some are there and others are not."""
    parts = known.operation.together
    if not parts:
        return
    new = {path for path in known.after if path.startswith(parts) and path not in known.before}
    there = {path for path in now if path.startswith(parts) and path not in known.before}
    there -= {path for path in there if _is_own(path)}
    if there and there not in (new, set(known.operation.alone)):
        yield ", ".join(sorted(there)) + f" of {len(new)}"


def _said(known: Known, ran: Ran) -> Iterable[Failure]:
    if _TRACEBACK.search(ran.stderr):
        yield Failure("traceback", _last(ran.stderr))
    if ran.code == -14:
        yield Failure("stuck", "it took more than a minute")
    if ran.code > 0 and ran.code not in {3, 130, known.operation.code, *known.operation.codes}:
        yield Failure("exit code", f"{ran.code}: {_last(ran.stderr)}")
    if ran.code == 3 and (told := _CANARY.search(ran.stderr.encode())):
        yield Failure("told", told[0].decode())


def _promised(known: Known, now: Files, *, ended: bool) -> Iterable[Failure]:
    """What the program said by ending well, even if the power is cut right after that."""
    if not ended:
        return
    everything = b"\n".join(content for path, content in now.items() if not _is_own(path))
    for word in known.operation.keeps:
        if word.encode() not in everything:
            yield Failure("not kept", word)
    for word in known.operation.gone:
        for path, content in now.items():
            if word.encode() in content and not _is_own(path):  # the next run takes that away
                yield Failure("still there", f"{word}: {path}")


def _readable(files: Files) -> set[str]:
    return set(_words({path: text for path, text in files.items() if not _is_own(path)}))


def _words(files: Files) -> set[str]:
    return {
        word.decode()
        for path, content in files.items()
        if not path.startswith("home/to-write")
        for word in _CANARY.findall(content)
    }


def _accepted(ran: Ran) -> set[str]:
    return {word.decode() for line in ran.accepted for word in _CANARY.findall(line.encode())}


def _going(operation: Operation) -> set[str]:
    return {word.decode() for one in operation.gone for word in _CANARY.findall(one.encode())}


def _is_own(path: str) -> bool:
    """Whether it is a temporary file or a lock of the program's own."""
    names = path.split("/")
    return any(is_ours(name) for name in names) or names[-1].endswith((".lock", ".tmp"))


def _is_left(path: str, content: bytes) -> bool:
    """Whether it should be gone. An empty lock locks nobody out, and the next use takes it away."""
    return _is_own(path) and not (path.endswith(".lock") and not _CANARY.search(content))


def _is_aside(path: str) -> bool:
    """Whether others write there, too: an editor, or who looks at what was set aside."""
    return any(part in path for part in (".broken-", "/editor-", "/text-", "/coach/reply-"))


def _last(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[-1] if lines else ""

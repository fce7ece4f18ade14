"""Walks an operation: first without a fault, then with each kind at each of its calls."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from typing import Any, get_args

from faults import common, laws
from faults.child import Job, Ran, digest, run
from faults.common import WrongWithoutFault
from faults.laws import Failure, Known
from faults.operations import Operation
from faults.shim import GROWS, PATHS, Fault, Kind
from faults.world import World

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass
class Walked:
    """What came of it: how many points of each kind, and what failed."""

    operation: str
    calls: int = 0
    points: dict[str, int] = field(default_factory=dict)
    failures: list[dict[str, Any]] = field(default_factory=list)


def walk(
    world: World,
    operation: Operation,
    *,
    kinds: Sequence[Kind] = KINDS,
    most: int | None = None,
    sabotage: Callable[[], None] | None = None,
) -> Walked:
    """Every point, or at most so many, evenly among them."""
    _prepare(world, operation)
    whole = _whole_run(world, operation, sabotage)
    known = whole.known
    walked = Walked(operation.name, len(known.ran.calls))
    walked.failures += [asdict(one) for one in whole.failures]
    examined: dict[str, list[Failure]] = {}
    for fault in _some(list(_faults(known.ran, kinds)), most, operation.name):
        world.restore("before")
        ran = run(world, operation.job, fault, sabotage=sabotage)
        if not ran.fired:
            continue
        walked.points[fault.kind] = walked.points.get(fault.kind, 0) + 1
        ended = fault.at > len(known.ran.calls)
        now = world.files()
        key = _state(world, ran)
        if key not in examined:
            examined[key] = _next_time(world, operation, known, ran, sabotage)
        answer = _printed(world, known, fault, sabotage) if _may_answer(known, now, ran) else None
        found = laws.at_once(known, now, ran, ended=ended, answer=answer)
        found += examined[key]
        where = _where(known.ran, fault)
        walked.failures += [asdict(one) | {"at": where, "kind": fault.kind} for one in found]
    return walked


def wrong(what: str) -> dict[str, Any]:
    """A failure of the operation itself."""
    return asdict(Failure("wrong without a fault", what))


@dataclass
class _Whole:
    known: Known
    failures: list[Failure]


def _prepare(world: World, operation: Operation) -> None:
    make_common(world)
    world.restore("common")
    common.make(world, operation.before, "before")


def _whole_run(world: World, operation: Operation, sabotage: Callable[[], None] | None) -> _Whole:
    world.restore("before")
    before = world.files()
    ran = run(world, operation.job, sabotage=sabotage)
    if ran.code != operation.code:
        raise WrongWithoutFault(f"{operation.name}: {ran.code}\n{ran.stdout}{ran.stderr}")
    known = Known(operation, before, world.files(), ran)
    failures = [Failure("missed by the shim", one) for one in ran.missed]
    failures += [*laws.at_once(known, known.after, ran), *laws.left_at_the_end(known.after)]
    return _Whole(known, failures)


def _faults(ran: Ran, kinds: Sequence[Kind]) -> Iterator[Fault]:
    for at, call in enumerate(ran.calls, start=1):
        for kind in kinds:
            if kind in ("torn", "short") and call.name != "write":
                continue
            if kind == "full" and call.name not in GROWS:
                continue
            if kind == "denied" and call.name not in PATHS:
                continue
            yield Fault(kind, at)
    for kind in kinds:
        if kind.startswith("power") and ran.calls:
            yield Fault(kind, len(ran.calls) + 1)


def _some(faults: list[Fault], most: int | None, name: str) -> list[Fault]:
    """At most so many, evenly, and with each name others."""
    if most is None or len(faults) <= most:
        return faults
    step = len(faults) // most
    return faults[sum(name.encode()) % step :: step][:most]


def calls_of(world: World, job: Job) -> list[str]:
    """What a command does to files; programs that it asks are no change."""
    make_common(world)
    world.restore("common")
    ran = run(world, job)
    return [*ran.missed, *(f"{call.name} {call.path}" for call in ran.calls if call.name != "run")]


def said_by(world: World, job: Job, sabotage: Callable[[], None] | None) -> list[int | str]:
    """The exit code of a command, and what it says on both streams."""
    make_common(world)
    world.restore("common")
    ran = run(world, job, sabotage=sabotage)
    return [ran.code, ran.stdout, ran.stderr]


def make_common(world: World) -> None:
    """Make the world that every operation begins in, once."""
    if not (world.base / "common").exists():
        world.new()
        common.make(world, common.STEPS, "common")


def _next_time(
    world: World,
    operation: Operation,
    known: Known,
    ran: Ran,
    sabotage: Callable[[], None] | None,
) -> list[Failure]:
    """The program is asked where one stands, and then does the same again to its end."""
    asked = run(world, Job(), seed=1)
    jobs = operation.again or (operation.job,)
    again = [run(world, job, seed=n, sabotage=sabotage) for n, job in enumerate(jobs, start=2)]
    return laws.next_time(known, asked, again, world.files(), ran)


def _may_answer(known: Known, now: laws.Files, ran: Ran) -> bool:
    """Whether it ended well with another answer, as where a program that it asks was refused."""
    path = known.operation.answer
    return ran.code == known.operation.code and now.get(path) not in (None, known.after.get(path))


def _printed(
    world: World, known: Known, fault: Fault, sabotage: Callable[[], None] | None
) -> str | None:
    """What the same run with the same fault says without `--output`, if it ends well, too."""
    job = replace(known.operation.job, words=known.operation.job.words[:-2])
    world.restore("before")
    ran = run(world, job, fault, sabotage=sabotage)
    return ran.stdout if ran.code == known.operation.code else None


def _state(world: World, ran: Ran) -> str:
    files = sorted((path, digest(content)) for path, content in world.files().items())
    return sha256(repr((files, ran.accepted)).encode()).hexdigest()


def _where(ran: Ran, fault: Fault) -> str:
    if fault.at > len(ran.calls):
        return "the end"
    call = ran.calls[fault.at - 1]
    return f"{fault.at} {call.name} {call.path}"

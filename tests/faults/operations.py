"""Every operation that changes a file; `test_every_command` holds the list complete."""

from __future__ import annotations

from dataclasses import dataclass

from faults.child import Job


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation.

    Attributes:
        command: the command as it is typed, with `--output` where that is what it is about.
        job: what is run.
        before: what was done before it.
        keeps: words that a file holds once it has ended well.
        gone: words that are nowhere once it has ended well.
        together: beginnings of paths, whose new files are all there or none is.
        alone: those of them that work without the others, and may be there alone after a kill.
        again: what is run after a fault, if not the same once more.
        again_codes: the exit codes that are right for that.
        answer: the path of the file that `--output` names, where all of it is what is else printed.
        code: the exit code where nothing fails.
        codes: those that are right, too, where a program that it runs fails.
    """

    name: str
    command: str
    job: Job
    before: tuple[Job, ...] = ()
    keeps: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    again: tuple[Job, ...] = ()
    again_codes: tuple[int, ...] = (0,)
    answer: str = ""
    code: int = 0
    codes: tuple[int, ...] = ()


def operations() -> dict[str, Operation]:
    """By name."""
    from faults import operations_of_sharing, operations_of_sitting, operations_of_workspace

    found = (
        *operations_of_sitting.OPERATIONS,
        *operations_of_workspace.OPERATIONS,
        *operations_of_sharing.OPERATIONS,
    )
    named = {one.name: one for one in found}
    assert len(named) == len(found)
    return named

"""What an option or an argument can be, asked of the workspace: ids, days, numbers and names alone.

Each function has what Typer calls for; it may raise, and then nothing is offered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, get_args

import typer

if TYPE_CHECKING:
    from learnlead.cli.context import AppContext
    from learnlead.rubric.model import Rubric


def _app(ctx: typer.Context) -> AppContext:
    from learnlead.cli.context import AppContext

    common = ctx.find_root().params
    app = AppContext(workspace=common.get("workspace"), plain=True, language=common.get("lang"))
    app.expect_workspace()
    return app


def _rubric(ctx: typer.Context) -> Rubric:
    typed = ctx.params.get("rubric") or None
    return _app(ctx).rubric_named(typed[-1] if isinstance(typed, (list, tuple)) else typed)


def rubrics(ctx: typer.Context) -> list[str]:
    """The ids of all rubrics."""
    return _app(ctx).rubrics.ids()


def behaviours(ctx: typer.Context) -> list[tuple[str, str]]:
    """The behaviours of the rubric that is named, or of the first."""
    return [(behaviour.id, behaviour.name) for behaviour in _rubric(ctx).behaviours]


def verdicts(ctx: typer.Context) -> list[tuple[str, str] | str]:
    """What trends can say why of."""
    return ["focus", "overall", *behaviours(ctx)]


def relationships(ctx: typer.Context) -> list[tuple[str, str]]:
    """The relationships of the rubric that is named, or of the first."""
    return [(relationship.id, relationship.name) for relationship in _rubric(ctx).relationships]


def pages(ctx: typer.Context) -> list[str]:
    """The days of pages, newest first; where a day has several, their names."""
    from learnlead.page.naming import stem

    names = list(reversed(_app(ctx).page_store.page_names()))
    of_day = Counter(name.day for name in names)
    return [str(name.day) if of_day[name.day] == 1 else stem(name.name) for name in names]


def pages_and_years(ctx: typer.Context) -> list[str]:
    """The same, and behind them the years."""
    listed = pages(ctx)
    return [*listed, *dict.fromkeys(name[:4] for name in listed)]


def open_plans(ctx: typer.Context) -> list[tuple[str, str]]:
    """The numbers of open plans, each with the name of its page."""
    from learnlead.app.plans import all_plans

    plans, _ = all_plans(_app(ctx).page_store)
    still_open = (plan for plan in plans if plan.open)
    return [(str(number), plan.id) for number, plan in enumerate(still_open, start=1)]


def notes(ctx: typer.Context) -> list[str]:
    """The numbers of the notes that wait."""
    from learnlead.app.notes import numbered_notes

    return [str(note.number) for note in numbered_notes(_app(ctx).inbox)]


def recipients(ctx: typer.Context) -> list[str]:
    """For whom something was exported, the last one first."""
    exports = reversed(_app(ctx).ledger.read().exports)
    named = (export.terms.recipient for export in exports)
    return list(dict.fromkeys(name for name in named if name))


def clients(ctx: typer.Context) -> list[str]:
    """Those whose bundles a coach has reviewed here."""
    leaders, _ = _app(ctx).coach_notes.leaders()
    return [leader.display_name for leader in leaders]


def spoken_languages(ctx: typer.Context) -> list[str]:
    """The languages there are sentences in, those of the workspace, too."""
    from learnlead.i18n.languages import languages

    _app(ctx).workspace_unread  # noqa: B018 - it knows its own languages from then on
    return ["en", *(language for language in languages() if language != "en")]


def formats() -> list[str]:
    """The formats of reports."""
    from learnlead.reports.formats.registry import names

    return list(names())


def formats_and_data() -> list[str]:
    """The same, and those for programs."""
    return [*formats(), "csv", "json"]


def depths() -> list[str]:
    """The depths of a sitting."""
    from learnlead.rubric.model import Depth

    return list(get_args(Depth))


def kinds_of_file() -> list[str]:
    """The kinds of file that have a schema of their own."""
    from learnlead.rubric.schema import FileKind

    return list(get_args(FileKind))


def kinds() -> list[str]:
    """The kinds of lines that can leave."""
    from learnlead.sitting.kinds import KINDS

    return list(KINDS)


def weekdays() -> list[str]:
    """The days of the week, as the settings write them."""
    from learnlead.adapters.disk.settings import WEEKDAYS

    return list(WEEKDAYS.values())


def schedulers() -> list[str]:
    """What can remind."""
    from learnlead.reminders.schedule.backend import backends

    return [backend.name for backend in backends()]


def schemas() -> list[str]:
    """The names of all JSON Schemas."""
    from importlib.resources import files

    folder = files("learnlead.reports") / "schemas"
    return sorted(file.name.removesuffix(".json") for file in folder.iterdir())


def commands(ctx: typer.Context) -> Iterator[str]:
    """The names of the commands that can follow those in the argument `names`."""
    context = ctx.find_root()
    for name in ctx.params.get("names") or ():
        command = context.command.get_command(context, name)  # type: ignore[attr-defined]  # a group
        context = command.context_class(command, info_name=name, parent=context)
    yield from context.command.list_commands(context)  # type: ignore[attr-defined]  # a group

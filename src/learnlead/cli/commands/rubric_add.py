"""learnlead rubric add, pack: a rubric of somebody else, and one's own as one file for others."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.completion import values
from learnlead.cli.console import says_yes
from learnlead.cli.context import AppContext
from learnlead.cli.options import Output
from learnlead.errors import LearnleadError, Problem

if TYPE_CHECKING:
    from learnlead.i18n.words import Words


def add(
    ctx: typer.Context,
    source: Annotated[
        str, typer.Argument(metavar="SOURCE", help="A file, a pack, a folder, or a git URL.")
    ],
    yes: Annotated[bool, typer.Option("--yes", help="Add it without asking.")] = False,
) -> None:
    """Add a rubric of somebody else: checked and shown first; its hash is kept.

    A git URL (https, ssh or file) is fetched with git; a file, a pack or a folder needs no network.
    """
    from learnlead.adapters.disk.rubrics.sources import read_source, without_password
    from learnlead.adapters.disk.rubrics.writing import create_files
    from learnlead.rubric.pack import hash_of, rubric_ids

    app: AppContext = ctx.obj
    app.workspace  # noqa: B018 - whoever has none should know before anything is fetched
    if not yes and not sys.stdin.isatty():
        remedy = "look at its files first; --yes adds it without asking"
        raise LearnleadError(Problem("a rubric is added, and there is nobody to ask", remedy))
    files = read_source(source, app.state)
    _refuse_shipped(files)
    shown, sha256 = without_password(source), hash_of(files)
    words = app.words
    app.say(
        *_checked(files, words),
        words("rubric.from", source=shown, sha256=sha256),
        words("rubric.files", files=", ".join(files)),
    )
    if not (yes or says_yes(app, words("rubric.ask"), "nothing was added", words)):
        app.say(words("rubric.not-added"))
        return
    rubrics_first = sorted(files, key=lambda name: (not name.startswith("rubrics/"), name))
    create_files(app.workspace, {app.workspace.root / name: files[name] for name in rubrics_first})
    app.added_rubrics.add_once(f"- {app.today} {' '.join(rubric_ids(files))} {sha256} {shown}")
    for name in rubrics_first:
        typer.echo(words("written.file", file=name))
    app.say(*(words("rubric.look", id=rubric_id) for rubric_id in rubric_ids(files)))


def pack(
    ctx: typer.Context,
    rubric: Annotated[
        str, typer.Argument(metavar="ID", help="Which rubric.", autocompletion=values.rubrics)
    ],
    licence: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="On which terms others may use it, as a text."),
    ] = None,
    output: Output = None,
) -> None:
    """Put a rubric, its bank, its translations and its licence into one file for others."""
    from learnlead.adapters.disk.files.reading import read_text
    from learnlead.adapters.disk.rubrics.folders import files_in
    from learnlead.cli.output import put
    from learnlead.rubric.pack import licence_file, write_pack

    app: AppContext = ctx.obj
    rubric_id = app.rubric(app.rubric_id_named(rubric)).id
    files: dict[str, str] = {}
    for kind in ("rubrics", "prompts"):
        for folder in app.rubrics.folders(kind):
            for file_id, _, path in files_in(folder):
                if file_id == rubric_id:
                    files.setdefault(f"{kind}/{path.name}", read_text(path, path.name))
    kept = app.workspace.root / licence_file(rubric_id)
    if licence is not None:
        files[licence_file(rubric_id)] = read_text(licence, licence)
    elif kept.is_file():
        files[licence_file(rubric_id)] = read_text(kept, licence_file(rubric_id))
    put(write_pack(files), output)


def _refuse_shipped(files: dict[str, str]) -> None:
    from learnlead.adapters.disk.rubrics.folders import RubricFiles
    from learnlead.rubric.pack import rubric_ids

    taken = [rubric_id for rubric_id in rubric_ids(files) if rubric_id in RubricFiles(None).ids()]
    if taken:
        message = f"{taken[0]} is the id of a shipped rubric, which it would go before"
        raise LearnleadError(Problem(message, "its author has to choose another id"))


def _checked(files: dict[str, str], words: Words) -> list[str]:
    """What the rubrics are, a line each, and how many warnings there are.

    Raises:
        LearnleadError: one of the files has errors.
    """
    from learnlead.rubric.pack import rubrics_in

    rubrics, problems = rubrics_in(files)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise LearnleadError(*errors)
    about = (
        words(
            "rubric.about",
            title=rubric.title,
            id=rubric.id,
            version=rubric.version,
            language=rubric.language,
            rhythm=words(f"rubric.rhythm.{rubric.rhythm}"),
            n=len(rubric.behaviours),
            source=rubric.source or words("rubric.no-source"),
        )
        for rubric in rubrics
    )
    return [*about, words("rubric.well", n=len(problems))]

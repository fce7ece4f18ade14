"""The root of the command line: options that every command knows, one exit point for errors."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from learnlead import __version__
from learnlead.cli import due, focus, init, journal, plan, reflect, rubric, trends, where
from learnlead.cli.wiring import Desk
from learnlead.errors import LearnleadError, MachineFailed
from learnlead.plaintext.clean import harmless

_WITH_VALUE = "--workspace"
_ALONE = "--plain"


class Root(TyperGroup):
    """Takes `--workspace DIR` and `--plain` before the command or after it; tells errors."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Move the two options that every command knows to the front."""
        parsed: list[str] = super().parse_args(ctx, _hoisted(args))
        return parsed

    def invoke(self, ctx: Any) -> Any:
        """Run the command; whatever ends it becomes one line a problem and an exit code."""
        try:
            try:
                result = super().invoke(ctx)
                sys.stdout.flush()
            except BrokenPipeError:
                raise
            except OSError as error:
                raise MachineFailed(_machine(error)) from error
        except BrokenPipeError:
            # The reader has seen enough; Python must not complain at its own exit either.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        except KeyboardInterrupt:
            raise typer.Exit(130) from None
        except LearnleadError as error:
            for problem in error.problems:
                typer.echo(harmless(f"learnlead: {problem}", breaks=False), err=True)
            _forget_stdout(error)
            raise typer.Exit(error.exit_code) from None
        return result


def _hoisted(args: list[str]) -> list[str]:
    front: list[str] = []
    rest: list[str] = []
    waiting = iter(args)
    for arg in waiting:
        if arg == "--":
            rest += [arg, *waiting]
        elif arg == _WITH_VALUE:
            front += [arg, *(value for value in [next(waiting, None)] if value is not None)]
        elif arg == _ALONE or arg.startswith(f"{_WITH_VALUE}="):
            front.append(arg)
        else:
            rest.append(arg)
    return front + rest


def _machine(error: OSError) -> str:
    where = f" ({error.filename})" if error.filename else ""
    return f"the machine refused: {error.strerror or error}{where}"


def _forget_stdout(error: LearnleadError) -> None:
    """After a full disk behind stdout, keep Python from failing again when it flushes at exit."""
    if isinstance(error, MachineFailed):
        try:
            sys.stdout.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


app = typer.Typer(
    cls=Root,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="A coach for leaders who want to lead the learning of others.",
    epilog="--workspace and --plain may stand after the command as well.",
)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"learnlead {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def root(
    ctx: typer.Context,
    workspace: Annotated[
        str | None,
        typer.Option(metavar="DIR", help="The workspace; else LEARNLEAD_WORKSPACE, else found."),
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="No redrawing, no colour, no boxes; words for keys.")
    ] = False,
    version: Annotated[  # noqa: ARG001 - its callback answers
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Say the version."),
    ] = False,
) -> None:
    """Where you stand: due or not, and what waits."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a narrow locale shows ? and does not fail
    ctx.obj = Desk(workspace_option=workspace, plain_option=plain)
    if ctx.invoked_subcommand is None:
        where.tell(ctx.obj)


app.command("init")(init.init)
app.command("reflect")(reflect.reflect)
app.command("trends")(trends.trends)
app.add_typer(journal.app, name="journal")
app.add_typer(plan.app, name="plan")
app.add_typer(focus.app, name="focus")
app.add_typer(rubric.app, name="rubric")
app.command("due")(due.due)

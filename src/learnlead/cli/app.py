"""The root command: the options common to all commands, and one exit point for errors."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Any, Final

import typer

from learnlead import __version__
from learnlead.cli.completion import values
from learnlead.cli.completion.scripts import SHELL_VARIABLE
from learnlead.cli.context import AppContext
from learnlead.cli.exits import command_name, discard_stdout, exit_on_error
from learnlead.cli.help.command import show_help
from learnlead.cli.help.completion import completion
from learnlead.cli.help.words import refusals_told
from learnlead.cli.lazy_commands import HelpGroup, LazyCommands
from learnlead.cli.options import AsJson, Output, stands_alone
from learnlead.cli.output import answer, write_over
from learnlead.errors import Interrupted
from learnlead.i18n.spoken import speak

_WITH_VALUE = ("--workspace", "--lang")
_ALONE = ("--plain", "--force")
HEADINGS: Final = {
    "Every week": ("reflect", "note", "read", "search", "trends", "ask", "away", "remind"),
    "With a coach": ("export", "shared", "coach"),
    "Your own": ("plan", "focus", "rubric"),
    "Setting up": (
        *("demo", "init", "doctor", "backup", "restore", "journal", "due", "schemas"),
        *("completion", "help"),
    ),
}
"""The commands as `--help` lists them, each the name of its module, but for four."""


class Root(HelpGroup):
    """The root group: takes the common options before or after the command; prints errors."""

    headings = HEADINGS

    def __init__(self, **attrs: Any) -> None:
        super().__init__(**attrs)
        modules = {name: name for names in HEADINGS.values() for name in names}
        modules |= {"coach": "coach.group", "restore": "backup"}
        self.commands = LazyCommands(modules, self.commands)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Move the common options to the front; help that is asked for at once knows them."""
        args = _globals_first(args)
        workspace, language = (_value_of(option, args) for option in _WITH_VALUE)
        speak(lambda: AppContext(workspace=workspace, language=language).spoken)
        with refusals_told():
            parsed: list[str] = super().parse_args(ctx, args)
        return parsed

    def invoke(self, ctx: Any) -> Any:
        """Run the command; turn whatever ends it early into an exception that `main` knows."""
        try:
            with refusals_told():
                return super().invoke(ctx)
        except KeyboardInterrupt:
            raise Interrupted("stopped") from None
        except EOFError as error:  # Typer would print `Aborted!`
            raise RuntimeError from error
        except BrokenPipeError:
            discard_stdout()
            raise typer.Exit(0) from None  # the reader of the pipe has stopped reading

    def _main_shell_completion(self, *_: object, **__: object) -> None:
        """Answer a shell that asks what can stand where the cursor is; Typer calls it first."""
        if SHELL_VARIABLE in os.environ:
            from learnlead.cli.completion.answer import answer_shell

            answer_shell(self)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the program; an error becomes a line for each problem and an exit code."""
        args_given = kwargs.get("args") or (args[0] if args else None) or sys.argv[1:]
        try:
            with exit_on_error(command_name(args_given, self.commands)):
                return super().main(*args, **kwargs)
        finally:
            speak(None)


def _globals_first(args: list[str]) -> list[str]:
    front: list[str] = []
    rest: list[str] = []
    waiting = iter(args)
    for arg in waiting:
        if arg == "--":
            rest += [arg, *waiting]
        elif arg in _WITH_VALUE:
            value = next(waiting, None)
            if value is None:
                return [*front, arg]  # at the end, so that Typer says that a value is missing
            front += [arg, value]
        elif arg in _ALONE or arg.startswith(tuple(f"{option}=" for option in _WITH_VALUE)):
            front.append(arg)
        else:
            rest.append(arg)
    return front + rest


def _value_of(option: str, args: list[str]) -> str | None:
    """The last value of an option that stands in front, where there is one."""
    value = None
    for at, arg in enumerate(args):
        if arg == option:
            value = args[at + 1] if at + 1 < len(args) else None
        elif arg.startswith(f"{option}="):
            value = arg.partition("=")[2]
    return value


app = typer.Typer(
    cls=Root,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="A coach for leaders who want to lead the learning of others.",
    epilog="--workspace, --lang, --plain and --force may stand after the command as well. "
    "Behaviours, relationships and rubrics can be given by id, by name, or by how either begins.",
)


app.command()(completion)
app.command("help")(show_help)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"learnlead {__version__}")
        raise typer.Exit


def _home(ctx: typer.Context, app_context: AppContext) -> None:
    """Where one stands, and keys that lead on; without a workspace the welcome of a sitting."""
    chosen = "note"
    while chosen == "note":  # from there one comes back
        chosen = "reflect"
        if app_context.workspace_if_any is not None:
            from learnlead.cli.overview import read_overview, show_home

            chosen = show_home(app_context, read_overview(app_context))
        command = ctx.command.get_command(ctx, chosen) if isinstance(ctx.command, Root) else None
        if command is not None:
            with command.make_context(chosen, [], parent=ctx) as below:
                command.invoke(below)


@app.callback(invoke_without_command=True)
def root(
    ctx: typer.Context,
    workspace: Annotated[
        str | None,
        typer.Option(
            metavar="DIR",
            help="The workspace to use; else LEARNLEAD_WORKSPACE, else the nearest one.",
        ),
    ] = None,
    plain: Annotated[
        bool,
        typer.Option("--plain", help="No redrawing, no colour, no boxes; words instead of keys."),
    ] = False,
    lang: Annotated[
        str | None,
        typer.Option(
            metavar="LANG",
            help="The language to use, such as de; else your own.",
            autocompletion=values.spoken_languages,
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Let --output write over what learnlead did not make.")
    ] = False,
    version: Annotated[  # noqa: ARG001 - its callback answers
        bool,
        typer.Option("--version", "-V", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
    show: Annotated[
        bool, typer.Option("--show", help="Without a command: show plans in your own words, too.")
    ] = False,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Where you stand: due or not, and what waits."""
    app_context = ctx.obj = AppContext(workspace=workspace, plain=plain, language=lang)
    speak(lambda: app_context.spoken)
    if lang is not None:
        from learnlead.cli.language import refuse_unknown

        refuse_unknown(lang, app_context.languages if app_context.workspace_unread else None)
    write_over(force=force)
    if not stands_alone(ctx, show, as_json, output):
        return
    at_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    if at_terminal and not (show or as_json or output):
        _home(ctx, app_context)
        return
    from learnlead.cli.overview import overview_json, overview_lines, read_overview

    overview = read_overview(app_context)
    answer(
        lambda: "".join(
            f"{line}\n" for line in overview_lines(overview, app_context.words, show=show)
        ),
        lambda: overview_json(overview, show=show),
        as_json=as_json,
        output=output,
    )

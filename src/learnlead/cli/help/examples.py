"""The examples at the head of each command's help: what can be typed, and what it does."""

from __future__ import annotations

from typing import Final

from learnlead.i18n.spoken import translated
from learnlead.own_name import USUAL, as_typed

EXAMPLES: Final = {
    "": (
        ("reflect", "look back on your week"),
        ("note", "keep a line for the next time"),
        ("help trends", "what one command can do"),
    ),
    "reflect": (
        ("reflect", "the sitting that is due"),
        ("reflect --depth quick", "about four minutes, on the focus"),
        ('reflect --date "last week"', "about last week"),
    ),
    "note": (
        ("note", "asks for the line"),
        ("note She asked first", "keeps it; so does your shell's history"),
        ("note did", "counts: your focus came up"),
    ),
    "note list": (("note list", "what the next sitting will offer"),),
    "note edit": (("note edit", "all notes in your editor"),),
    "note drop": (
        ("note drop 2", "the second of `note list`"),
        ("note drop budget", "the one that holds this word"),
    ),
    "note did": (("note did", "one more that you did"),),
    "note missed": (("note missed", "one more that you missed"),),
    "read": (
        ('read "last week"', "the page of last week"),
        ("read 2026", "the year in your own words"),
        ("read --open", "the newest page in your browser"),
    ),
    "search": (
        ("search silen", "also finds silence"),
        ("search budget --from 12w", "of the last twelve weeks"),
    ),
    "trends": (
        ("trends", "one screen on what changed"),
        ("trends --why focus", "why, in three sentences"),
        ("trends --from 2026-09", "figures since September"),
    ),
    "ask": (
        ("ask", "two lines to copy into a message"),
        ("ask --rubric learning-c", "on the focus of another rubric"),
    ),
    "away": (
        ('away "next week"', "nothing is due then"),
        ("away 2026-12-21 2027-01-03", "from the first to the last day"),
        ("away", "lists the weeks off"),
    ),
    "remind": (
        ("remind on", "every week a message on this desktop"),
        ("remind status", "whether it is on, when and how"),
        ("remind off", "no more, and nothing stays behind"),
    ),
    "remind on": (
        ("remind on --day thu --at 15:30", "every Thursday at half past three"),
        ("remind on --calendar -o due.ics", "a file for your calendar"),
        ("remind on --print", "shows what would be written"),
    ),
    "remind off": (("remind off", "no more, and nothing stays behind"),),
    "remind status": (("remind status", "whether it is on, when and how"),),
    "export": (
        ("export --dry-run", "every line that could leave"),
        ("export -o a.zip --for Anna", "for Anna, ticked line by line"),
        ("export -o a.zip --include insights", "these are ticked, too"),
    ),
    "shared": (("shared", "what left, with whom, until when"),),
    "coach": (
        ("coach review anna.zip", "what a leader has given you"),
        ("coach", "your clients, by the next session"),
        ("coach import anna-reply.md", "your coach's reply, as a page"),
    ),
    "coach review": (
        ("coach review anna.zip ben.zip", "one leader after the other"),
        ("coach review anna.zip -o anna.html", "as a page for a browser"),
        ("coach review anna.zip --since last", "only what is new"),
    ),
    "coach reply": (
        ("coach reply anna.zip", "to be sent back"),
        ("coach reply anna.zip --answers-form", "the sheet that is filled in"),
    ),
    "coach client": (
        ("coach client Anna", "all bundles joined, and your notes"),
        ("coach client Anna -o anna.html", "as a page for a browser"),
    ),
    "coach note": (
        ("coach note Anna ask about the budget", "for yourself alone"),
        ("coach note Anna", "in your editor"),
    ),
    "coach session": (
        ("coach session Anna 2027-01-15", "the day you meet next"),
        ("coach session Anna none", "no day is agreed"),
    ),
    "coach import": (
        ("coach import anna-reply.md", "shows it, then asks"),
        ("coach import anna-reply.md --dry-run", "only shows it"),
    ),
    "coach forget": (
        ("coach forget Anna --dry-run", "what would go"),
        ("coach forget --expired", "everything whose time is over"),
    ),
    "plan": (
        ("plan", "those that are open, numbered"),
        ("plan done 1", "the first of them is done"),
    ),
    "plan list": (("plan list --all", "closed ones, too"),),
    "plan done": (("plan done 2", "the second of `plan list`"),),
    "plan drop": (("plan drop", "the only one that is open"),),
    "focus": (
        ("focus", "which it is, since when"),
        ('focus set "time for people"', "from the next page on"),
    ),
    "focus show": (("focus show", "which it is, since when"),),
    "focus set": (
        ("focus set own-answers", "by its id, or how it begins"),
        ('focus set "time for people"', "by its name"),
    ),
    "rubric": (
        ("rubric", "those there are"),
        ("rubric show learning-leader", "what it asks, and its source"),
    ),
    "rubric list": (("rubric list", "those there are, and which you use"),),
    "rubric show": (("rubric show learning-leader", "what it asks, and its source"),),
    "rubric check": (
        ("rubric check", "all of your own"),
        ("rubric check rubrics/team.yaml", "one file"),
    ),
    "rubric new": (
        ("rubric new", "asks a few things"),
        ("rubric new team --from-template", "a file to change, no question"),
    ),
    "rubric add": (
        ("rubric add team.yaml", "a file or pack that you were sent"),
        ("rubric add ../rubrics-of-anna", "a folder"),
    ),
    "rubric pack": (("rubric pack team -o team.txt", "one file for others"),),
    "rubric schema": (
        ("rubric schema", "the shape of a rubric"),
        ("rubric schema prompts", "the shape of a prompt bank"),
    ),
    "rubric diff": (("rubric diff shipped:learning-leader mine.yaml", "what yours changes"),),
    "demo": (
        ("demo", "on the screen; any key speeds it up, q leaves"),
        ("demo | less", "as text"),
    ),
    "init": (
        ("init", "in ~/learnlead"),
        ("init ~/work/reflection", "somewhere else"),
    ),
    "doctor": (("doctor", "what is set up, and what to mend"),),
    "backup": (
        ("backup ~/usb/learnlead.zip", "one file, whole and checked"),
        ("backup --to ~/usb --keep 26", "a dated one, kept 26 weeks"),
    ),
    "restore": (
        ("restore ~/usb/learnlead.zip", "brings back what is missing"),
        ("restore ~/usb/learnlead.zip ~/again", "into another folder"),
    ),
    "journal": (
        ("journal list", "every page, the newest first"),
        ("journal edit", "the newest page in your editor"),
    ),
    "journal list": (("journal list", "every page, the newest first"),),
    "journal check": (("journal check", "the whole journal"),),
    "journal edit": (
        ("journal edit", "the newest page in your editor"),
        ("journal edit 2026-09-18", "the page of that day"),
    ),
    "journal forget": (
        ("journal forget Carla --dry-run", "every place with her name"),
        ("journal forget Carla --as HR", "puts HR in its place"),
    ),
    "due": (
        ("due", "a line for each rubric"),
        ("due -q && learnlead reflect", "a sitting only where one is due"),
    ),
    "schemas": (
        ("schemas", "their names"),
        ("schemas trends-2", "one of them"),
    ),
    "completion": (
        ("completion bash >> ~/.bashrc", "from the next terminal on"),
        ("completion zsh >> ~/.zshrc", "from the next terminal on"),
        ("completion fish -o learnlead.fish", "for ~/.config/fish/completions"),
    ),
    "help": (
        ("help", "all commands"),
        ("help plan done", "the same as `plan done --help`"),
    ),
}
"""By a command's names, as they are typed behind the program: what to type, what it does."""


def example_lines(names: str) -> list[str]:
    """The examples of one command, a line each, as they can be typed from here."""
    typed = [(as_typed(f"{USUAL} {words}"), meaning) for words, meaning in EXAMPLES[names]]
    width = max(len(words) for words, _ in typed)
    return [f"{words:{width}}   {translated(meaning, 'help')}" for words, meaning in typed]

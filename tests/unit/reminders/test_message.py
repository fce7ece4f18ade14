"""A message of the desktop: its words arrive as they are, whichever system shows them."""

from __future__ import annotations

import re

import pytest

from learnlead.adapters.schedulers.desktop import message_command, message_program

ODD = """-x "it's" <b>&amp; $HOME `id` \\n ‘so’ ü"""


def test_on_linux_nothing_is_an_option_or_markup() -> None:
    program, *options, title, text = message_command("linux", ODD, ODD)
    assert (program, options[-1], title) == ("notify-send", "--", ODD)
    assert "&lt;b>" not in text
    assert "&lt;b&gt;&amp;amp; $HOME `id` \\\\n" in text


def test_on_a_mac_the_words_are_arguments_of_the_script() -> None:
    words = message_command("darwin", "Title", ODD)
    assert (words[0], words[-2:]) == ("osascript", ("Title", ODD))
    assert ODD not in " ".join(words[:-2])


def test_on_windows_they_are_literals_of_the_script() -> None:
    script = message_command("win32", "Title", ODD)[-1]
    literals = re.findall(r"CreateTextNode\('((?:''|‘‘|’’|[^'‘’])*)'\)", script)
    undoubled = [re.sub(r"(['‘’])\1", r"\1", literal) for literal in literals]
    assert undoubled == ["Title", ODD]


@pytest.mark.parametrize(
    ("platform", "program"),
    [("linux", "notify-send"), ("freebsd14", "notify-send"), ("darwin", "osascript")],
)
def test_each_system_has_a_program_for_it(platform: str, program: str) -> None:
    assert message_program(platform) == program

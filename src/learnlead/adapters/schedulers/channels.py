"""Sends a nudge elsewhere: desktop, mail or chat, by URLs that Apprise understands.

This is the only file through which the program reaches a network, and only for a URL that was
typed behind `--notify`.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from learnlead.errors import LearnleadError, Problem
from learnlead.text.problem_text import quoted

if TYPE_CHECKING:
    from apprise import Apprise

_REASON_AT_MOST: Final = 200


class Channel:
    """One URL to send to; its secrets are never shown.

    Attributes:
        name: such as `channel 2 (E-Mail)`, counted from 1 in the order of the options.
    """

    def __init__(self, sender: Apprise, name: str, *, with_subject: bool) -> None:
        self.name = name
        self._sender = sender
        self._with_subject = with_subject

    def send(self, words: str) -> Problem | None:
        """Send these words and nothing more, once; the problem if they were not taken."""
        from apprise import LogCapture

        subject = words if self._with_subject else ""
        with _quiet(), LogCapture(fmt="%(message)s") as log:  # type: ignore[no-untyped-call] # theirs
            try:
                taken = bool(self._sender.notify(body=words, title=subject))
                answer = " ".join(log.getvalue().split())
            except Exception as error:  # noqa: BLE001 - a hundred services of others: the next one must still be tried
                taken, answer = False, type(error).__name__
        if taken:
            return None
        why = f": {answer[:_REASON_AT_MOST].rstrip('.')}" if answer else ""
        remedy = "look at its URL, and whether this machine is online"
        return Problem(f"{self.name} did not take the nudge{why}", remedy)


def open_channels(urls: Sequence[str]) -> list[Channel]:
    """The channels of these URLs; nothing is sent yet.

    Raises:
        LearnleadError: Apprise is not installed, or does not understand one of them (exit 2).
    """
    with _quiet():
        try:
            from apprise import Apprise, AppriseAsset
        except ImportError:
            message = "--notify needs the package apprise, which is not installed"
            remedy = f"`{sys.executable} -m pip install apprise` installs it"
            raise LearnleadError(Problem(message, remedy)) from None
        # Without pictures: services would fetch them from Apprise's own address.
        asset = AppriseAsset(
            app_id="learnlead",
            app_desc="learnlead",
            app_url="",
            image_url_mask="",
            image_url_logo="",
            image_path_mask="",
        )
        channels = []
        problems = []
        for number, url in enumerate(urls, start=1):
            sender = Apprise(asset=asset)
            if sender.add(url):
                name = f"channel {number} ({sender[0].service_name})"
                mail = "mail" in url.partition("://")[0].lower()
                channels.append(Channel(sender, name, with_subject=mail))
            else:
                problems.append(_not_understood(url))
    if problems:
        raise LearnleadError(*problems)
    return channels


def _not_understood(url: str) -> Problem:
    scheme, is_url, _ = url.partition("://")
    shown = quoted(f"{scheme}://…" if is_url else url)  # what follows may be a password
    message = f"--notify {shown} is not a URL that Apprise understands"
    return Problem(message, "https://appriseit.com shows how each service is written")


@contextmanager
def _quiet() -> Iterator[None]:
    """What other people's modules warn each other of is nothing for a leader."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield

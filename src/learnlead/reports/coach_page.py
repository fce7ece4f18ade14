"""The report for a coach as a page for a browser, and on paper."""

from __future__ import annotations

from learnlead.reports.coach_report import CoachReport
from learnlead.reports.html_page import rendered


def coach_page(report: CoachReport) -> str:
    """The whole page."""
    return rendered("coach.html", report=report)

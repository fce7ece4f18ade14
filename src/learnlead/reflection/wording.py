"""Plain wordings for what no prompt bank says, and the everyday words for outcomes."""

from __future__ import annotations

from datetime import date

OUTCOME_LABELS = {
    "done": "done",
    "partly": "partly",
    "not-done": "not done",
    "cue-never-came": "the cue never came",
    "dropped": "let it go",
}

SLOW = "-slow"
"""Ends the key of what is said where thirteen sittings are no quarter."""

FALLBACK = {
    "opening": "Twelve minutes. One word is a full answer.",
    "look-back": "Did the cue come, and what happened?",
    "look-back-note": "What happened? A few words are enough.",
    "look-back-older": "Plans from before are still open. Which of them did you do? "
    "The others are let go; a skip leaves all of them open.",
    "welcome-back": "Good to see you.",
    "focus": "Which one of these would you like to move this quarter?",
    "focus-again": "A quarter has gone by. Keep this focus, or choose another?",
    "focus-slow": "Which one of these would you like to move?",
    "focus-again-slow": "Thirteen sittings have gone by. Keep this focus, or choose another?",
    "focus-notice": "If it moves, what would someone else notice?",
    "live": "Which of these happened this {period}?",
    "moment": "Tell one real learning conversation of this {period}.",
    "moment-about": "Which one, and with whom? A role is enough; only you see it.",
    "moment-none-live": "None of these. Did something else stay with you, with someone else or a "
    "group? Otherwise skip this.",
    "other": "someone else, or a group",
    "other-side": "And the other side: what did they say or do next?",
    "evidence": "What happened this {period} that shows it?",
    "opposite-high": "When did it go the other way?",
    "opposite-low": "When did it go better than you would say?",
    "low": "What would have helped at that moment?",
    "high": "What did it cost?",
    "no-occasion": "Where could an occasion come from?",
    "empty": "Which moment stands for it? One word is enough.",
    "heard": "You asked someone about your focus. What did they say?",
    "not-done": "Not done three times running: a smaller step, another cue, or let it go?",
    "insight": "What do you take from this {period}?",
    "plan": "What next?",
    "plan-first": "Do you want one small plan until the next sitting? Choose; its words come next.",
    "plan-behaviour": "Which behaviour is the plan for?",
    "obstacle": "What is most likely to get in the way?",
    "obstacle-again": "What got in the way each time?",
    "cue": "If … (the moment that tells you it is time)",
    "action": "… then I will …",
    "closing": "That was it.",
}


def second_page(there: str, day: date) -> str:
    """That the day has a page already, which one may rather want to change; `there` is its stem."""
    return (
        f"{day.day} {day:%B} has a page already, {there}.md; this sitting will make a second one. "
        f"To change the first instead, stop here: `learnlead journal edit {there}`."
    )


NOT_FOR_HERE = (
    "Some things need people, not a journal.",
    "Harassment or discrimination: your HR department, an ombudsperson, a colleague you trust.",
    "Safety, yours or anybody's: whoever answers for it on site; in danger, the emergency number.",
    "Your health, body or mind: your doctor, or a counselling line.",
    "Harm that you fear or have suffered: the police, or a victims' helpline.",
)
"""Fixed words for `x`; a workspace's `support` lines follow them."""

"""Plain wordings for what no prompt bank says, and the everyday words for outcomes."""

from __future__ import annotations

OUTCOME_LABELS = {
    "done": "done",
    "partly": "partly",
    "not-done": "not done",
    "cue-never-came": "the cue never came",
    "dropped": "let it go",
}

FALLBACK = {
    "opening": "Twelve minutes. One word is a full answer.",
    "look-back": "Did the cue come, and what happened?",
    "look-back-note": "What happened? A few words are enough.",
    "welcome-back": "Good to see you.",
    "focus": "Which one of these would you like to move this quarter?",
    "focus-again": "A quarter has gone by. Keep this focus, or choose another?",
    "focus-notice": "If it moves, what would someone else notice?",
    "live": "Which of these happened this week?",
    "moment": "Tell one real learning conversation of this week.",
    "moment-about": "Which one, and with whom? A role is enough; only you see it.",
    "other": "someone else, or a group",
    "other-side": "And the other side: what did they say or do next?",
    "evidence": "What happened this week that shows it?",
    "opposite-high": "When did it go the other way?",
    "opposite-low": "When did it go better than you would say?",
    "low": "What would have helped at that moment?",
    "high": "What did it cost?",
    "no-occasion": "Where could an occasion come from?",
    "empty": "Which moment stands for it? One word is enough.",
    "heard": "You asked someone about your focus. What did they say?",
    "not-done": "Not done three times running: a smaller step, another cue, or let it go?",
    "insight": "What do you take from this week?",
    "plan": "What next?",
    "plan-first": "Do you want one small plan until the next sitting? Choose; its words come next.",
    "plan-behaviour": "Which behaviour is the plan for?",
    "obstacle": "What is most likely to get in the way?",
    "cue": "If … (the moment that tells you it is time)",
    "action": "… then I will …",
    "closing": "That was it.",
}

NOT_FOR_HERE = (
    "Some things need people, not a journal.",
    "Harassment or discrimination: your HR department, an ombudsperson, a colleague you trust.",
    "Safety, yours or anybody's: whoever answers for it on site; in danger, the emergency number.",
    "Your health, body or mind: your doctor, or a counselling line.",
    "Harm that you fear or have suffered: the police, or a victims' helpline.",
)
"""Fixed words for `x`; a workspace's `support` lines follow them."""

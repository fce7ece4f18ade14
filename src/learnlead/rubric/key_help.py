"""A few words on every key of a rubric and of a prompt bank, for editors and docs/rubrics.md."""

from __future__ import annotations

from typing import Final

_RUBRIC: Final = {
    "learnlead-rubric": "The format of this file: 1.",
    "id": "Names the rubric on pages and in commands; the file is called ID.yaml.",
    "version": "Raise it when an id, the scale, the order, the rhythm or a meaning changes.",
    "title": "What the rubric is called on screens and pages.",
    "language": "The language of its words; another language is a file ID.LANGUAGE.yaml beside.",
    "rhythm": "How often one sits down with it. Say the same period in your wordings.",
    "depth": "How much a sitting asks unless somebody chooses otherwise.",
    "source": "Where the ideas come from; `rubric show` says it.",
    "notes": "What somebody should know before trusting it: your own reading, what was left out.",
    "comparable-with": "Earlier versions whose ratings may stand in one series with this one's.",
    "scale": "What the numbers 1 to 5 mean.",
    "relationships": "Who a behaviour is towards, if that matters: kinds of people, not names.",
    "behaviours": "What is rated, in the order of the sitting.",
    "questions": "Open questions, answered in words after the ratings.",
    "Scale.kind": "frequency asks how often, agreement how far you agree.",
    "Scale.labels": "One label for each of 1 to 5, rising.",
    "Relationship.id": "Names the relationship on pages; never shown in a sitting.",
    "Relationship.name": "What trends call it.",
    "Relationship.sentence": "What a sitting shows, such as: I helped a peer learn",
    "Behaviour.id": "Names its series for good: keep it when you change the words.",
    "Behaviour.name": "A few words for headings and charts.",
    "Behaviour.group": "A heading that several behaviours in a row share.",
    "Behaviour.relationship": "The id of the one relationship it belongs to, or all.",
    "Behaviour.opportunity": "met: the occasion comes from outside. made: it is yours to create.",
    "Behaviour.when": "The occasion, at most 15 words, beginning with When. Frequency needs it.",
    "Behaviour.i": "One act that somebody could see, at most 15 words, ending with a full stop.",
    "Behaviour.anchors": "An example of one occasion for 1, 3 and 5; 5 names what it cost.",
    "Behaviour.notes": "For whoever reads the file; no screen shows it.",
    "Question.id": "Names the question on pages.",
    "Question.kind": "short: a line. long: a text. list: a text of lines. choice: one of options.",
    "Question.ask": "The question as it is asked.",
    "Question.options": "What can be chosen, with kind: choice.",
}

_PROMPTS: Final = {
    "learnlead-prompts": "The format of this file: 1.",
    "rubric": "The id of the rubric that these words are for.",
    "language": "The language of these words.",
    "opening": "The greeting above the first question.",
    "welcome-back": "The greeting after two weeks or more away.",
    "look-back": "Asks what became of the plan.",
    "heard": "Asks what came back from somebody who was asked.",
    "moment": "Asks for one real moment (only where the rubric has relationships).",
    "other-side": "Asks what the others said or did next.",
    "evidence": "By a behaviour's id: asks what happened, before the rating. Three or more each.",
    "opposite": "The one question that looks the other way.",
    "follow-up": "Asked in its place in every second sitting, after an answer that calls for it.",
    "insight": "Asks what somebody takes from the period.",
    "obstacle": "Asks what could get in the way of the plan.",
    "plan": "Asks whether to keep the plan, change it or make another.",
    "cue": "Asks for the if of the plan.",
    "action": "Asks for the then of the plan.",
    "focus-notice": "Asks what somebody else would notice if the focus grew.",
    "closing": "Said at the end.",
    "ask": "The second line of a question that goes to one person about the focus.",
    "reminder": "What `learnlead remind` says; others may read it.",
    "reminder-after-pause": "What it says after a longer time; no word of what was left out.",
    "Opposite.high": "For somebody who mostly rates high: when was it otherwise? An odd number.",
    "Opposite.low": "For somebody who mostly rates low: when did it go well? An odd number.",
    "FollowUps.low": "After a low rating. An odd number.",
    "FollowUps.high": "After a 5. An odd number.",
    "FollowUps.no-occasion": "After three sittings running without an occasion. An odd number.",
    "FollowUps.empty": "After a rating without an example. An odd number.",
}

KEYS: Final = {"rubric": _RUBRIC, "prompts": _PROMPTS}
"""By kind of file; a key of a part carries the part's name before it."""

"""A screen of questions: texts, choices, ratings, counts; one grammar of keys for all of them."""

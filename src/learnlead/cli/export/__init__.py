"""How lines are offered and leave: the options, steps and questions of `learnlead export`."""

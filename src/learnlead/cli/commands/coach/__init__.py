"""`learnlead coach`: a file a command, and the group that they belong to."""

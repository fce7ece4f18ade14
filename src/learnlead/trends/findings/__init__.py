"""Statements that the summariser makes, each with the figures that it rests on."""

"""Rubrics and prompt banks in folders: found, checked, written."""

"""How results leave: results in, text out."""

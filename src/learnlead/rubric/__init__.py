"""What is asked: rubrics and the human wording beside them."""

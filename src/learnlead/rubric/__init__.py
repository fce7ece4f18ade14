"""What is asked: rubrics and the prompt banks beside them."""

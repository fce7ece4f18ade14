"""The stories of the product, told through ports."""

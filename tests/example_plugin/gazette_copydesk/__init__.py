"""The house rules of the Gazette."""

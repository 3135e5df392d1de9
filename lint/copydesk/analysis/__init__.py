"""What rules share: pure functions of a document, computed once for all of them."""

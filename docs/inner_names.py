"""What public classes have for other parts of the library alone.

It has no underscore, as these parts are other modules; but it is no promise, and not in the
reference.
"""

INNER = {
    *("dispensable", "grounds", "memo", "once", "reading", "readings", "rebuilt", "words"),
    *("alone", "chooses", "comparison", "constant", "is_moment", "leaf", "operator"),
    *("manner", "nodes", "recorded"),
}

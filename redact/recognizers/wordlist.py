"""Lists of words as they are written in the code: between triple quotes, parted by white space."""


def word_list(words: str) -> tuple[str, ...]:
    """The words of `words` in their order."""
    return tuple(words.split())


def any_of(words: str) -> str:
    """A group, for a verbose regular expression, that matches one of `words`; `_` stands for a space."""
    return "(?:" + "|".join(word.replace("_", "[ ]") for word in word_list(words)) + ")"

"""Which words stand beside a mention and may belong to it."""

from collections.abc import Callable, Collection, Mapping

from .matcher import Match

REACH_LEFT, REACH_RIGHT = 4, 7
_WALLS = """
no not without denies denied but and or versus vs history hx family mother father if treated on taking using
therapy medication tablet mg
"""
WALLS = frozenset((*".;:()[]!?¶/", *_WALLS.split()))
#: Before a number these say that it is a stage, type or grade.
_GRADES = "stage type grade class category gr st degree level stg ckd dm nyha"
GRADES = frozenset(_GRADES.split())
#: What may follow "follow up" where it names the visit.
CLOSE = frozenset((".", ",", ";", "visit", "exam", "appointment", "encounter", "for"))
JOINS = frozenset(("with", "due", "secondary"))


def words_near(words: list[str], match: Match, bounds: tuple[int, int]) -> list[str]:
    """The words of the statement within reach of a mention: `words_around` gives only such ones, and, where
    one of JOINS is among them, words of titles.
    """
    low, high = max(bounds[0], match.start - REACH_LEFT), min(bounds[1], match.end + REACH_RIGHT)
    return words[low : match.start] + words[match.end : high]


def words_around(
    words: list[str],
    match: Match,
    bounds: tuple[int, int],
    owners: Mapping[int, int],
    own: int,
    meaning: Callable[[int], Collection[str]],
) -> set[str]:
    """Words left and right of `start:end` within the statement, as far as no wall or other mention stands
    between.

    A word of another mention counts only where 'with' or 'due' joins it, and then what that mention means
    counts too; `owners` gives the mention of each word, `meaning` the words of its code's title.
    """
    start, end = match.start, match.end
    found: set[str] = set()
    for index in range(start - 1, max(bounds[0], start - REACH_LEFT) - 1, -1):
        word = words[index]
        if word in WALLS or word == "," or index in owners:
            break
        if not word[0].isdigit() or index == start - 1 or words[index - 1] in GRADES:
            found.add(word)
    joined = False
    for index in range(end, min(bounds[1], end + REACH_RIGHT)):
        word = words[index]
        owner = owners.get(index, own)
        if (word in WALLS and not (joined and word == "and")) or (owner != own and not joined):
            break
        joined = joined or word in JOINS
        if owner != own:
            found.update(meaning(owner))
        if not word[0].isdigit() or index == end or words[index - 1] in GRADES:
            found.add(word)
    return found


def statement_words(words: list[str], bounds: tuple[int, int]) -> set[str]:
    """A statement's words, with 'followup' for a visit that is one (not for "follow up with")."""
    said = words[bounds[0] : bounds[1]]
    found = set(said)
    for index in range(len(said) - 1):
        if (
            said[index] == "follow"
            and said[index + 1] == "up"
            and (said[index + 2 : index + 3] or ["."])[0] in CLOSE
        ):
            found.add("followup")
    return found

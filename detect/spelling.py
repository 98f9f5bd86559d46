"""Mends misspelt and badly scanned words: one edit away from exactly one long dictionary word.

Short words are left alone: too many are one edit from another word.
"""

from collections.abc import Iterable

SHORTEST = 7
#: Only towards words that mean a disease or complaint: by their ending, or as one of the commonest.
_TELLING = """
itis osis emia oma algia uria pathy plegia paresis pnea rrhea rrhage megaly penia phagia phasia
sthenia stenosis ectasia iasis trophy ptysis rrhythmia idism tension cytosis philia phobia edema
diabete abscess embolism pneumonia plasia insufficiency incontinence ectomy opathy neuritis
sclerosis
"""
TELLING = tuple(_TELLING.split())
_COMMON = """
anxiety depression diarrhea constipation vomiting headache migraine seizure diabetes asthma dementia
fracture laceration bronchitis obesity dizziness numbness weakness fatigue insomnia psychosis
bipolar schizophrenia cirrhosis epilepsy hemorrhage hemorrhoid infection jaundice metastasis
palpitation paralysis syncope tremor tachycardia bradycardia cellulitis alzheimer parkinson
fibrillation thrombosis stroke cataract glaucoma hernia allergic allergy alcoholism suicidal
ideation hallucination autism attention hyperactivity cholesterol osteoporosis arthritis rheumatoid
psoriasis eczema shingle pregnancy miscarriage endometriosis fibromyalgia hypothyroid hyperthyroid
congestive coronary peripheral neuropathy
"""
COMMON = frozenset(_COMMON.split())
PREFIX, SUFFIX = 3, 4
#: What scanners take for each other.
SCANNED = (("rn", "m"), ("0", "o"), ("1", "l"), ("1", "i"), ("5", "s"), ("vv", "w"), ("cl", "d"), ("ii", "n"))
#: One of these more or less at a word's end makes another word, not a misspelling.
ENDINGS = frozenset("sdyrnelca")


class Speller:
    """Corrects words towards a vocabulary of normal forms."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._words = {
            word for word in vocabulary if len(word) >= SHORTEST and word.isalpha() and _tells(word)
        }
        self._by_start: dict[str, list[str]] = {}
        self._by_end: dict[str, list[str]] = {}
        for word in self._words:
            self._by_start.setdefault(word[:PREFIX], []).append(word)
            self._by_end.setdefault(word[-SUFFIX:], []).append(word)

    def correct(self, word: str) -> str:
        """The dictionary word that `word` is meant to be, or the empty string."""
        scanned = self._rescanned(word)
        if scanned or len(word) < SHORTEST or not word.isalpha():
            return scanned
        near = {*self._by_start.get(word[:PREFIX], ()), *self._by_end.get(word[-SUFFIX:], ())}
        found = [other for other in near if abs(len(other) - len(word)) < 2 and one_edit(word, other)]
        return found[0] if len(found) == 1 else ""

    def _rescanned(self, word: str) -> str:
        forms = {word}
        for wrong, right in SCANNED:
            forms |= {form.replace(wrong, right) for form in forms if wrong in form}
        return next((form for form in sorted(forms) if form != word and form in self._words), "")


def _tells(word: str) -> bool:
    return word in COMMON or word.endswith(TELLING)


def one_edit(wrong: str, right: str) -> bool:
    """Whether one insertion, deletion, replacement or swap of neighbours parts two words (endings apart)."""
    if wrong[0] != right[0]:
        return False
    start = 0
    while start < min(len(wrong), len(right)) and wrong[start] == right[start]:
        start += 1
    a, b = wrong[start:], right[start:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    if len(a) + len(b) == 1 and (start == min(len(wrong), len(right))):
        return (a or b) not in ENDINGS
    return (len(a) <= 1 and len(b) <= 1) or (len(a) == 2 and a == b[::-1])

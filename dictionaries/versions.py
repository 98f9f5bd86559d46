"""Which dictionaries are loaded, for manifests and listings."""

from . import cache, icd10cm


def versions() -> dict[str, str]:
    """Each dictionary with its version; the lexicon's is a hash of all that the store is compiled from."""
    return {"ICD-10-CM": f"simple-icd-10-cm {icd10cm.version()}", "lexicon": cache.fingerprint()}

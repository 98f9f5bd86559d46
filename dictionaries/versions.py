"""Which dictionaries are loaded, for manifests and listings."""


def versions() -> dict[str, str]:
    """Each dictionary with its version; the lexicon's is a hash of all that the store is compiled from."""
    from . import cache, icd10cm  # here: importing the package must stay light

    return {"ICD-10-CM": f"simple-icd-10-cm {icd10cm.version()}", "lexicon": cache.fingerprint()}

"""Which dictionaries are loaded, for manifests and listings."""


def versions() -> dict[str, str]:
    """Each dictionary that is carried or imported, with its version: of an import the file's hash."""
    from . import imports  # here: importing the package must stay light

    return carried() | {item.name: f"sha256 {item.sha256[:16]}" for item in imports.listed()}


def carried() -> dict[str, str]:
    """The dictionaries chartveil brings; the lexicon's version is a hash of all that is compiled with it."""
    from . import cache, icd10cm

    return {"ICD-10-CM": f"simple-icd-10-cm {icd10cm.version()}", "lexicon": cache.carried()[:16]}

"""The project's own curated lexicon: tab-separated files of terms for codes, read by `dictionaries.lexicon_files`."""

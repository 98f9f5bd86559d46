"""The project's own curated lexicon: files of terms for codes, read by `dictionaries.lexicon_files`."""

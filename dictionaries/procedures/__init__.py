"""Plain-worded pages of procedure codes (data only; procedures_pages.py in the parent package reads them)."""

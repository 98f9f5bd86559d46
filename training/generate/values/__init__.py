"""The values that fill the slots, one family a file."""

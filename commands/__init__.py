"""The commands, a file each; what is heavy they import when they run."""

__all__: list[str] = []

"""ONNX Runtime, kept quiet.

Its builds from 1.31 on collect events about each session on Linux too: they write a device's number and a
database of events into the user's cache folder and a file into the temporary one, and send them to their
maker. Nothing may leave the machine, so this is turned off before the import, which is what it heeds, and
once more by its own call, for a process that had imported it before.
"""

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnxruntime  # type: ignore[import-untyped]

onnxruntime.disable_telemetry_events()

__all__ = ["onnxruntime"]

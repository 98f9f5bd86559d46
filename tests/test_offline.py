"""Nothing leaves the machine, and nothing is left behind by the parts that chartveil is built on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

LOAD = "from chartveil.redact.model import TokenClassifier; TokenClassifier().predict('Seen by Dr. Okafor')"


@pytest.mark.skipif(sys.platform != "linux", reason="the folders are named as on Linux")
def test_the_model_s_runtime_collects_nothing(tmp_path: Path) -> None:
    """ONNX Runtime would keep a device's number and a database of events, and send them to its maker."""
    folders = {name: str(tmp_path) for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_STATE_HOME")}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ORT_")}
    subprocess.run([sys.executable, "-c", LOAD], cwd=tmp_path, env=kept | folders, check=True)
    left = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()]
    assert not left


def test_the_runtime_is_silenced_before_it_is_imported() -> None:
    """No module imports ONNX Runtime but the one that turns its telemetry off."""
    root = Path(__file__).parent.parent
    places = [
        path for folder in ("redact", "detect", "batch", "serve") for path in (root / folder).rglob("*.py")
    ]
    importing = {path.name for path in places if "import onnxruntime  #" in path.read_text("utf-8")}
    assert importing == {"runtime.py"}

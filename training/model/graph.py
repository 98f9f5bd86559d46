"""Writes the trained network as an ONNX graph with int8 weights.

The graph is written out by hand, with the fused operators of ONNX Runtime for processors, so that it needs
no exporter, loads fast and runs as fast as the runtime can. Matrices are quantised per output column,
symmetric; word embeddings per row. The input of every matrix is quantised by its own range at run time.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from .network import EPSILON, HEADS, WIDTH

_FUSED = "com.microsoft"
Weights = dict[str, NDArray[np.float32]]


class GraphWriter:
    """Collects nodes and constants; each method returns the name of its result."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, array: NDArray[np.generic]) -> str:
        """Store a constant."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def node(
        self, kind: str, inputs: Sequence[str], outputs: Sequence[str], domain: str = "", **attributes: Any
    ) -> str:
        """Add an operator; the name of its first output."""
        self.nodes.append(helper.make_node(kind, list(inputs), list(outputs), domain=domain, **attributes))
        return outputs[0]

    def linear(self, name: str, x: str, weights: Weights) -> str:
        """int8 matrix product plus bias; weights are stored (outputs, inputs) as torch does."""
        matrix = weights[f"{name}.weight"].T
        scale = np.maximum(np.abs(matrix).max(axis=0), 1e-8).astype(np.float32) / 127
        inputs = [
            x,
            self.constant(f"{name}.int8", np.rint(matrix / scale).astype(np.int8)),
            self.constant(f"{name}.scale", scale),
            self.constant(f"{name}.zero", np.zeros(matrix.shape[1], np.int8)),
            self.constant(f"{name}.bias", weights[f"{name}.bias"]),
        ]
        return self.node("DynamicQuantizeMatMul", inputs, [name], _FUSED)

    def added_norm(self, name: str, x: str, y: str, weights: Weights) -> str:
        """Layer norm of x + y."""
        scale = self.constant(f"{name}.weight", weights[f"{name}.weight"])
        bias = self.constant(f"{name}.bias", weights[f"{name}.bias"])
        return self.node("SkipLayerNormalization", [x, y, scale, bias], [name], _FUSED, epsilon=EPSILON)


def write_graph(weights: Weights, layers: int, offsets: Sequence[int]) -> bytes:
    """ONNX bytes of the network.

    Inputs: pieces (n + 2) and features (n, columns); output: probabilities (n, classes). The two extra
    pieces are the marks of the window's edges; they have no features and no output.
    """
    graph = GraphWriter()
    x = _embeddings(graph, weights, offsets)
    graph.constant("thirds", np.array([WIDTH] * 3, np.int64))
    for layer in range(layers):
        x = _layer(graph, f"layers.{layer}.", x, weights)
    _head(graph, x, weights)
    return _serialised(graph, len(offsets), weights["head.bias"].shape[0])


def _embeddings(graph: GraphWriter, weights: Weights, offsets: Sequence[int]) -> str:
    """Sum of word, place and feature embeddings, normed: (1, n + 2, width)."""
    words = weights["words.weight"]
    scale = np.maximum(np.abs(words).max(axis=1, keepdims=True), 1e-8).astype(np.float32) / 127
    graph.constant("words.int8", np.rint(words / scale).astype(np.int8))
    graph.constant("words.scale", scale)
    graph.node("Gather", ["words.int8", "pieces"], ["row.int8"])
    graph.node("Gather", ["words.scale", "pieces"], ["row.scale"])
    graph.node("Cast", ["row.int8"], ["row"], to=TensorProto.FLOAT)
    graph.node("Mul", ["row", "row.scale"], ["word"])
    place = _places(graph, weights)
    feature = _features(graph, weights, offsets)
    graph.node("Add", ["word", place], ["word.place"])
    graph.constant("axis0", np.array([0], np.int64))
    graph.node("Unsqueeze", ["word.place", "axis0"], ["word.place.1"])
    graph.node("Unsqueeze", [feature, "axis0"], ["feature.1"])
    return graph.added_norm("norm", "word.place.1", "feature.1", weights)


def _places(graph: GraphWriter, weights: Weights) -> str:
    graph.constant("places.weight", weights["places.weight"])
    graph.constant("start", np.array([0], np.int64))
    graph.node("Shape", ["pieces"], ["length"])
    return graph.node("Slice", ["places.weight", "start", "length"], ["place"])


def _features(graph: GraphWriter, weights: Weights, offsets: Sequence[int]) -> str:
    """Sum of the feature rows; the window's edges have the first row of every table."""
    graph.constant("offsets", np.array(offsets, np.int64))
    graph.constant("edges", np.array([1, 0, 1, 0], np.int64))
    graph.constant("axis1", np.array([1], np.int64))
    graph.constant("features.weight", weights["features.weight"])
    graph.node("Pad", ["features", "edges"], ["framed"])
    graph.node("Add", ["framed", "offsets"], ["rows"])
    graph.node("Gather", ["features.weight", "rows"], ["feature.rows"])
    return graph.node("ReduceSum", ["feature.rows", "axis1"], ["feature"], keepdims=0)


def _layer(graph: GraphWriter, name: str, x: str, weights: Weights) -> str:
    joint = graph.linear(f"{name}qkv", x, weights)
    parts = [f"{name}{part}" for part in ("query", "key", "value")]
    graph.node("Split", [joint, "thirds"], parts, axis=-1)
    seen = graph.node("MultiHeadAttention", parts, [f"{name}seen"], _FUSED, num_heads=HEADS)
    x = graph.added_norm(f"{name}norm1", x, graph.linear(f"{name}mix", seen, weights), weights)
    wide = graph.node("Gelu", [graph.linear(f"{name}widen", x, weights)], [f"{name}gelu"], _FUSED)
    return graph.added_norm(f"{name}norm2", x, graph.linear(f"{name}narrow", wide, weights), weights)


def _head(graph: GraphWriter, x: str, weights: Weights) -> None:
    """Class probabilities of the pieces between the edges."""
    graph.constant("head.matrix", weights["head.weight"].T)
    graph.constant("head.bias", weights["head.bias"])
    graph.constant("one", np.array([1], np.int64))
    graph.constant("minus_one", np.array([-1], np.int64))
    graph.node("Squeeze", [x, "axis0"], ["flat"])
    graph.node("Slice", ["flat", "one", "minus_one"], ["inner"])
    graph.node("MatMul", ["inner", "head.matrix"], ["raw"])
    graph.node("Add", ["raw", "head.bias"], ["scores"])
    graph.node("Softmax", ["scores"], ["probabilities"], axis=-1)


def _serialised(graph: GraphWriter, columns: int, classes: int) -> bytes:
    inputs = [
        helper.make_tensor_value_info("pieces", TensorProto.INT64, ["edged"]),
        helper.make_tensor_value_info("features", TensorProto.INT64, ["inner", columns]),
    ]
    outputs = [helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, ["inner", classes])]
    body = helper.make_graph(graph.nodes, "chartveil-phi", inputs, outputs, graph.constants)
    versions = [helper.make_opsetid("", 17), helper.make_opsetid(_FUSED, 1)]
    content: bytes = helper.make_model(body, opset_imports=versions, ir_version=8).SerializeToString()
    return content

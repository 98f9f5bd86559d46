// The note and its redacted text, side by side: identifiers coloured, codes underlined.
import { $, h } from "./dom.js";
import { isReviewed, key, state } from "./state.js";
import { Points, segments } from "./text.js";

/** Show the note and the answer to it; `onSpan` gets a span that was clicked, with its element. */
export function showPanes(onSpan) {
  const { text, result, rejected } = state;
  const before = new Points(text);
  const after = new Points(result.text);
  const spans = result.phi.map((span) => ({ ...span, kind: "phi" }));
  const refused = rejected.map((place) => ({ ...place, kind: "rejected" }));
  const left = [...spans, ...refused].map((mark) => placed(mark, before, "start", "end"));
  const right = [
    ...spans.map((mark) => placed(mark, after, "redacted_start", "redacted_end")),
    ...result.codes.map((code, index) =>
      placed({ ...code, kind: "code", index }, after, "redacted_start", "redacted_end"),
    ),
  ];
  $("original").replaceChildren(...marked(text, left, (marks, first) => originalMark(marks, first, onSpan)));
  $("redacted").replaceChildren(...marked(result.text, right, redactedMark));
}

function placed(mark, points, start, end) {
  return { ...mark, from: points.unit(mark[start]), to: points.unit(mark[end]) };
}

function marked(text, marks, wrap) {
  return segments(text.length, marks).map(([start, end, over]) => {
    const words = text.slice(start, end);
    if (!over.length) return words;
    const made = wrap(over, over.some((mark) => mark.from === start));
    made.append(words);
    return made;
  });
}

function originalMark(marks, first, onSpan) {
  const mark = marks.find((one) => one.kind === "phi") ?? marks[0];
  const reviewed = mark.kind === "phi" && isReviewed(mark);
  const standing = mark.kind === "rejected" ? "rejected, stays" : reviewed ? "reviewed" : "to review";
  const look = `mark phi${mark.kind === "rejected" ? " rejected" : ""}${reviewed ? " accepted" : ""}`;
  const open = (event) => onSpan(mark, event.currentTarget);
  return h("span", {
    class: look,
    "data-label": mark.label,
    "data-key": key(mark),
    role: first ? "button" : null,
    tabindex: first ? "0" : null,
    "aria-haspopup": first ? "dialog" : null,
    "aria-description": first ? `${mark.label}, ${standing}` : null,
    onclick: open,
    onkeydown: (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      open(event);
    },
  });
}

function redactedMark(marks, first) {
  const phi = marks.find((mark) => mark.kind === "phi");
  const code = marks.find((mark) => mark.kind === "code");
  const look = {
    class: `mark${phi ? " phi" : ""}${code ? " code" : ""}`,
    "data-label": phi?.label,
    "data-assertion": code?.assertion,
    "data-key": phi ? key(phi) : null,
    title: code ? `${code.code} ${code.description}` : null,
  };
  if (!code || !first) return h("span", look);
  const id = code.from === Math.max(...marks.map((mark) => mark.from)) ? `place-${code.index}` : null;
  return h("a", { ...look, id, href: `#code-${code.index}`, "aria-description": `${code.assertion}, ${code.code}` });
}

/** Put the focus on the mark of a place in the original, or on the first one after it. */
export function focusMark(place) {
  const marks = [...$("original").querySelectorAll('[role="button"]')];
  const start = (mark) => Number(mark.dataset.key.split("-")[0]);
  const found = marks.find((mark) => start(mark) >= place.start) ?? marks.at(-1) ?? $("original");
  found.focus();
}

/** The next span after a place that nobody has spoken of, else null. */
export function nextUnreviewed(place) {
  const left = state.result.phi.filter((span) => !isReviewed(span));
  return left.find((span) => span.start > place.start) ?? left[0] ?? null;
}

/** The selection in the original as [start, end] in its string, without white space at its ends; or null. */
export function selected() {
  const selection = getSelection();
  const pane = $("original");
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!pane.contains(range.startContainer) || !pane.contains(range.endContainer)) return null;
  const lead = document.createRange();
  lead.setStart(pane, 0);
  lead.setEnd(range.startContainer, range.startOffset);
  const words = range.toString();
  const start = lead.toString().length + words.length - words.trimStart().length;
  return words.trim() ? [start, start + words.trim().length] : null;
}

// What a reviewer says of a span: right, none, or of another label; and of what was missed.
import { $, complain, fill } from "./dom.js";
import { focusMark, nextUnreviewed, selected } from "./panes.js";
import * as review from "./state.js";
import { folded, places, Points } from "./text.js";

const { state } = review;
let open = null; // the span of the dialog
let chosen = null; // the selection that the words in the form were taken from

/** Let the dialog and the form work; `onChange` is called after each correction, with the place to go to. */
export function wireReview(onChange) {
  fill($("relabel"), Object.keys(state.about.labels), "PERSON");
  fill($("add-label"), Object.keys(state.about.labels), "PERSON");
  const done = (place) => {
    $("review").close();
    onChange(place);
  };
  $("accept").addEventListener("click", () => {
    review.accept(alike(open));
    done(nextUnreviewed(open) ?? open);
  });
  $("reject").addEventListener("click", () => {
    review.reject(alike(open));
    done(open);
  });
  $("restore").addEventListener("click", () => {
    review.restore(alike(open));
    done(open);
  });
  $("relabel-go").addEventListener("click", () => {
    review.add(alike(open), $("relabel").value);
    done(open);
  });
  $("review").addEventListener("close", () => focusMark(open));
  $("original").addEventListener("pointerup", () => setTimeout(takeSelection));
  $("original").addEventListener("keyup", takeSelection);
  $("words").addEventListener("input", () => (chosen = null));
  $("add").addEventListener("submit", (event) => {
    event.preventDefault();
    addMissed(onChange);
  });
}

/** Open the dialog for a span of the original. */
export function showSpan(span, element) {
  if (!getSelection().isCollapsed) return; // a selection that ends on a span is no click
  open = span;
  const rejected = span.kind === "rejected";
  $("review-heading").textContent = rejected ? `${span.label}, rejected` : span.label;
  $("review-words").textContent = words(span);
  $("review-facts").textContent = rejected
    ? "It stays in the redacted text."
    : `Score ${span.score.toFixed(2)}, found by ${span.recognizer}.`;
  $("relabel").value = span.label;
  for (const [id, shown] of [["accept", !rejected], ["reject", !rejected], ["restore", rejected]])
    $(id).hidden = !shown;
  $("relabelling").hidden = rejected;
  $("review").showModal();
  beside($("review"), element);
}

function beside(dialog, element) {
  const mark = element.getClientRects()[0];
  const room = { width: document.documentElement.clientWidth, height: innerHeight };
  const left = Math.max(12, Math.min(mark.left, room.width - dialog.offsetWidth - 12));
  const below = mark.bottom + 8;
  const fits = below + dialog.offsetHeight < room.height;
  const top = fits ? below : Math.max(12, mark.top - dialog.offsetHeight - 8);
  Object.assign(dialog.style, { margin: "0", left: `${left}px`, top: `${top}px` });
}

function words(span) {
  const points = new Points(state.text);
  return state.text.slice(points.unit(span.start), points.unit(span.end));
}

/** The span, and those of the same kind with the same words if the reviewer wants them too. */
function alike(span) {
  if (!$("everywhere").checked) return [span];
  const spans = span.kind === "rejected" ? state.rejected : state.result.phi;
  const same = folded(words(span));
  return spans.filter((other) => folded(words(other)) === same);
}

function takeSelection() {
  const place = selected();
  if (!place) return;
  chosen = place;
  $("words").value = state.text.slice(...place);
}

function addMissed(onChange) {
  const found = chosen ? [chosen] : places(state.text, $("words").value);
  if (!found.length) {
    complain("Those words are not in the note.");
    return;
  }
  const points = new Points(state.text);
  const added = found.map(([start, end]) => ({ start: points.point(start), end: points.point(end) }));
  review.add(added, $("add-label").value);
  $("words").value = "";
  chosen = null;
  getSelection().removeAllRanges();
  onChange(added[0]);
}

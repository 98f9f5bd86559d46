// The note, what the server said of it, and what the reviewer says. Places are in code points of the note.

export const state = {
  about: null,
  text: "", // the note as it was read; a textarea would change its line ends
  result: null, // the answer of /detect to it
  added: [], // {start, end, label}
  rejected: [], // {start, end, label}
  accepted: new Set(), // keys of spans
  keep: new Set(), // labels that stay
  past: [], // earlier corrections, for undo
};

/** What names a place. */
export const key = (place) => `${place.start}-${place.end}`;

const overlap = (a, b) => a.start < b.end && b.start < a.end;
const apart = (list, places) => list.filter((item) => !places.some((place) => overlap(item, place)));

/** A new note: nothing is known of it yet. */
export function begin(text) {
  Object.assign(state, { text, result: null, added: [], rejected: [], accepted: new Set(), past: [] });
}

function remember() {
  const { added, rejected, accepted } = state;
  state.past.push({ added: [...added], rejected: [...rejected], accepted: new Set(accepted) });
}

/** Take back the last correction. */
export function undo() {
  if (state.past.length) Object.assign(state, state.past.pop());
}

/** Identifiers that were missed, or that have another label. */
export function add(places, label) {
  remember();
  state.rejected = apart(state.rejected, places);
  state.added = [...apart(state.added, places), ...places.map(({ start, end }) => ({ start, end, label }))];
}

/** Spans that are none. */
export function reject(spans) {
  remember();
  state.added = apart(state.added, spans);
  state.rejected = [...apart(state.rejected, spans), ...spans.map(({ start, end, label }) => ({ start, end, label }))];
}

/** Let rejected spans be found again. */
export function restore(spans) {
  remember();
  state.rejected = apart(state.rejected, spans);
}

/** Spans that are right. */
export function accept(spans) {
  remember();
  for (const span of spans) state.accepted.add(key(span));
}

/** Whether somebody has said anything of a span. */
export const isReviewed = (span) => span.recognizer === "Reviewer" || state.accepted.has(key(span));

/** The body of a request for the note as it is reviewed now. */
export function asked(options = {}) {
  const place = ({ start, end }) => ({ start, end });
  return {
    text: state.text,
    keep: [...state.keep],
    added: state.added,
    rejected: state.rejected.map(place),
    ...options,
  };
}

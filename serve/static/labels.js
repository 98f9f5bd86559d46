// Check boxes: which labels are redacted, and which assertions of codes are shown.
import { $, h, assertionChip, labelChip } from "./dom.js";
import { state } from "./state.js";

/** A check box a label, with how many there are; `onChange` is called when one is turned on or off. */
export function showLabels(onChange) {
  const counts = Map.groupBy ? Map.groupBy(state.result.phi, (span) => span.label) : grouped(state.result.phi);
  const focused = document.activeElement?.dataset?.toggle;
  const boxes = Object.keys(state.about.labels).map((label) => {
    const found = counts.get(label)?.length ?? 0;
    const change = (event) => {
      if (event.target.checked) state.keep.delete(label);
      else state.keep.add(label);
      onChange();
    };
    const box = h("input", { type: "checkbox", checked: !state.keep.has(label), "data-toggle": label, onchange: change });
    return h("label", {}, box, " ", labelChip(label), found ? ` ${found}` : "");
  });
  $("labels").replaceChildren($("labels").firstElementChild, ...boxes);
  if (focused) $("labels").querySelector(`[data-toggle="${focused}"]`)?.focus();
}

function grouped(spans) {
  const found = new Map();
  for (const span of spans) found.set(span.label, [...(found.get(span.label) ?? []), span]);
  return found;
}

/** A check box for each assertion among the codes; the unchecked ones are hidden in the table. */
export function showAssertions(hidden, onChange) {
  const names = [...new Set(state.result.codes.map((code) => code.assertion))].sort();
  const boxes = names.map((name) => {
    const number = state.result.codes.filter((code) => code.assertion === name).length;
    const change = (event) => {
      if (event.target.checked) hidden.delete(name);
      else hidden.add(name);
      onChange();
    };
    return h("label", {}, h("input", { type: "checkbox", checked: !hidden.has(name), onchange: change }), " ",
      assertionChip(name), ` ${number}`);
  });
  $("assertions").hidden = names.length === 0;
  $("assertions").replaceChildren($("assertions").firstElementChild, ...boxes);
}

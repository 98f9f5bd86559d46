// The page of one code, in a dialog; every code on it leads to its own page.
import { call } from "./api.js";
import { $, h } from "./dom.js";

const KINDS = {
  inclusion: "Also named",
  includes: "Includes",
  excludes1: "Excludes1 (never together with)",
  excludes2: "Excludes2 (another condition; both may be coded)",
  code_first: "Code first",
  code_also: "Code also",
  use_additional: "Use an additional code",
  note: "Note",
};
const PARTS = {
  text: "What it is",
  who: "Who performs it",
  patient: "Patient",
  timing: "Units",
  group: "Group size",
  when: "When it is called for",
  steps: "Steps",
  record: "What the record must show",
  errors: "Common errors",
  revised: "Revised",
  related: "Related codes",
  as_of: "In chartveil's own words, as of",
};
const CHILDREN = 60;

/** Look a code up and show its page. */
export async function showPage(code) {
  const dialog = $("code-page");
  const content = $("code-content");
  const date = $("day").value ? `?date_of_service=${$("day").value}` : "";
  content.replaceChildren(h("h2", { id: "code-heading" }, code), h("p", {}, "Loading …"));
  if (!dialog.open) dialog.showModal();
  try {
    const found = await call(`/lookup/${encodeURIComponent(code)}${date}`);
    content.replaceChildren(...(found.pages.length ? found.pages.flatMap(page) : unknown(found)));
    if (found.remark) content.append(h("p", { class: "faint" }, found.remark));
  } catch (error) {
    content.replaceChildren(h("h2", { id: "code-heading" }, code), h("p", {}, error.message));
  }
  dialog.scrollTop = 0;
}

function unknown(found) {
  return [h("h2", { id: "code-heading" }, found.query), h("p", {}, found.message), ...list("Near", found.near.map(place))];
}

function page(found, index) {
  const year = found.year ? ` ${found.year}` : "";
  const valid = [found.valid_from && `from ${found.valid_from}`, found.valid_to && `until ${found.valid_to}`];
  const standing = [`${found.system}${year}`, found.status, ...valid.filter(Boolean)].join(", ");
  const more = found.children.length - CHILDREN;
  return [
    h("h2", { id: index ? null : "code-heading" }, `${found.code} ${found.title}`),
    h("p", { class: "faint" }, standing),
    found.advice ? h("p", {}, found.advice) : "",
    ...list("Stands under", found.hierarchy.map(place)),
    ...Object.entries(found.procedure).flatMap(([kind, lines]) => list(PARTS[kind] ?? kind, lines)),
    ...Object.entries(KINDS).flatMap(([kind, name]) =>
      list(name, found.notes.filter((note) => note.kind === kind).map((note) => note.text + (note.at ? ` [at ${note.at}]` : "")))),
    ...list("7th character", found.sevenths.map((item) => `${item.code} ${item.title}`)),
    ...list("Other sides", found.sides.map(place)),
    ...list("Below it", [...found.children.slice(0, CHILDREN).map(place), ...(more > 0 ? [`and ${more} more`] : [])]),
    ...list("In notes", found.synonyms.length ? [found.synonyms.join(", ")] : []),
    ...list("Replaced by", found.successors.map(change)),
    ...list("Replaces", found.predecessors.map(change)),
  ];
}

function list(heading, items) {
  if (!items.length) return [];
  return [h("h3", {}, heading), h("ul", {}, items.map((item) => h("li", {}, item)))];
}

function place(item) {
  const mark = item.mark ? ` (${item.mark})` : "";
  const named = /^[A-Z0-9][0-9A-Z.]{2,9}$/.test(item.code) && !item.title.startsWith(item.code);
  const name = named ? link(item.code) : item.code;
  return item.title === item.code ? [name] : [name, ` ${item.title}${mark}`];
}

function change(item) {
  return [link(item.code), ` ${item.title}${item.since ? ` (since ${item.since})` : ""}`];
}

function link(code) {
  return h("button", { type: "button", class: "code-link", onclick: () => showPage(code) }, code);
}

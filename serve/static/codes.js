// The codes of the note, the page of a code, and the search for codes.
import { call } from "./api.js";
import { $, assertionChip, complain, count, h } from "./dom.js";
import { showPage } from "./code_page.js";
import { showAssertions } from "./labels.js";
import { state } from "./state.js";

const hidden = new Set(); // assertions that the reader has turned off

/** Show the table of codes. */
export function showCodes() {
  $("codes").hidden = false;
  showAssertions(hidden, showTable);
  showTable();
}

function showTable() {
  const rows = state.result.codes.map(row).filter((item) => item !== null);
  if (!rows.length) {
    $("codes-table").replaceChildren(h("p", {}, state.result.codes.length ? "None shown." : "None found."));
    return;
  }
  const heads = ["Words", "Code", "Assertion"].map((name) => h("th", { scope: "col" }, name));
  const caption = h("caption", { class: "unseen" }, "Codes, in the order of the note");
  $("codes-table").replaceChildren(
    h("table", {}, caption, h("thead", {}, h("tr", {}, heads)), h("tbody", {}, rows)),
  );
}

function row(code, index) {
  if (hidden.has(code.assertion)) return null;
  const where = code.section ? `, in ${code.section}` : "";
  const amounts = [code.units && count(code.units, "unit"), code.minutes && count(code.minutes, "minute")];
  const amount = amounts.filter(Boolean).map((words) => `, ${words}`).join("");
  return h("tr", { id: `code-${index}`, tabindex: "-1" },
    h("th", { scope: "row" }, h("a", { href: `#place-${index}`, onclick: goToPlace(index) }, code.text)),
    h("td", {}, codeButton(code.code), " ", h("small", {}, `${code.system}${where}${amount}`), h("br"),
      code.description, code.billable ? "" : " (header, not billable)", others(code)),
    h("td", {}, assertionChip(code.assertion), h("br"), h("small", {}, `score ${code.score.toFixed(2)}`)));
}

function others(code) {
  const more = code.candidates.filter((other) => other.code !== code.code);
  if (!more.length) return "";
  const items = more.map((other) =>
    h("li", {}, codeButton(other.code), ` ${other.description} (${other.score.toFixed(2)})`,
      other.reason ? h("small", {}, ` ${other.reason}`) : ""));
  return h("details", {}, h("summary", {}, `or ${more.length} more`), h("ul", {}, items));
}

function goToPlace(index) {
  return (event) => {
    event.preventDefault();
    const place = $(`place-${index}`);
    for (const mark of document.querySelectorAll(".mark.here")) mark.classList.remove("here");
    place?.classList.add("here");
    place?.scrollIntoView({ block: "center" });
    place?.focus({ preventScroll: true });
  };
}

/** A code that opens its page. */
export function codeButton(code) {
  return h("button", { type: "button", class: "code-link", "aria-haspopup": "dialog", onclick: () => showPage(code) }, code);
}

/** Let the search form work. */
export function wireSearch() {
  $("find").addEventListener("submit", async (event) => {
    event.preventDefault();
    complain("");
    $("found").textContent = "Searching …";
    try {
      const { hits } = await call("/search", { words: $("query").value, limit: 10, ...day() });
      $("found").textContent = hits.length ? count(hits.length, "code") : "Nothing found; try other words, or fewer.";
      $("hits").replaceChildren(...hits.map(hit));
    } catch (error) {
      $("found").textContent = error.message;
    }
  });
}

/** The date of service as a request has it. */
export const day = () => ($("day").value ? { date_of_service: $("day").value } : {});

function hit(found) {
  const kind = found.billable ? "" : ", header";
  return h("li", {}, codeButton(found.code), ` ${found.title}`, h("br"),
    h("small", {}, `${found.system}${kind}; ${found.reason}`));
}

// Elements from text: nothing of a note is ever read as markup.

/** The element with an id. */
export const $ = (id) => document.getElementById(id);

/** A new element; `set` are its attributes ("on…": listeners, null: left out), `inside` text or elements. */
export function h(tag, set = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(set)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...inside.flat().filter((item) => item !== null && item !== ""));
  return made;
}

/** Options of a select: names, or pairs of value and name. */
export function fill(select, names, chosen) {
  select.replaceChildren(...names.map((name) => h("option", { value: name }, name)));
  select.value = chosen;
}

/** Say something in the status line. */
export const say = (words) => ($("status").textContent = words);

/** Say what went wrong, "" for nothing. */
export const complain = (words) => ($("error").textContent = words);

/** "1 code", "3 codes". */
export const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

/** A label in its colour, an assertion with its underline. */
export const labelChip = (label) => h("span", { class: "phi", "data-label": label }, label);
export const assertionChip = (name) => h("span", { class: "code", "data-assertion": name }, name);

/** Let every dialog close by its cross. */
export function wireDialogs() {
  for (const cross of document.querySelectorAll("dialog .close"))
    cross.addEventListener("click", () => cross.closest("dialog").close());
}

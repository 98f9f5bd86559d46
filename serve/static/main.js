// The page: from a note to its redacted text and codes, and round again with each correction.
import { call, callLatest, takeToken } from "./api.js";
import { day, showCodes, wireSearch } from "./codes.js";
import { $, complain, count, fill, say, wireDialogs } from "./dom.js";
import { wireFiles, wireResults } from "./files.js";
import { showLabels } from "./labels.js";
import { focusMark, showPanes } from "./panes.js";
import { showSpan, wireReview } from "./review.js";
import { inStep } from "./scroll.js";
import { accept, asked, begin, isReviewed, state, undo } from "./state.js";
import { asTyped } from "./text.js";

let opened = ""; // the note as a file had it

const settings = () => ({ policy: $("policy").value, recall: $("recall").value });

/** Ask the server and show its answer; `place` is where the focus goes. */
async function refresh(place = null) {
  complain("");
  say("Working …");
  try {
    state.result = await callLatest("/detect", asked({ ...settings(), ...day() }));
    show(place);
  } catch (error) {
    if (error.name === "AbortError") return;
    say("");
    complain(error.message);
  }
}

function show(place) {
  $("result").hidden = false;
  showPanes(showSpan);
  showLabels(() => refresh());
  showCodes();
  tell();
  if (place) focusMark(place);
}

function tell() {
  const { result, added, rejected, keep } = state;
  const reviewed = result.phi.filter(isReviewed).length;
  const words = [
    `${count(result.phi.length, "identifier")} redacted, ${reviewed} reviewed`,
    count(result.codes.length, "code"),
    added.length ? `${added.length} added or relabelled` : "",
    rejected.length ? `${rejected.length} rejected` : "",
    keep.size ? `left in the text: ${[...keep].join(", ")}` : "",
  ];
  say(words.filter(Boolean).join("; ") + ".");
  $("undo").disabled = state.past.length === 0;
  $("accept-all").disabled = reviewed === result.phi.length;
}

function showBasis() {
  const policy = state.about.policies.find(({ name }) => name === $("policy").value);
  $("basis").textContent = `Rests on ${policy.basis}.`;
}

function clear() {
  opened = $("note").value = "";
  begin("");
  $("result").hidden = $("codes").hidden = true;
  for (const id of ["original", "redacted", "codes-table"]) $(id).replaceChildren();
  complain("");
  say("Ready.");
  $("note").focus();
}

function submit(event) {
  event.preventDefault();
  const typed = $("note").value;
  const text = asTyped(opened) === typed ? opened : typed;
  if (!text.trim()) {
    complain("There is no note yet: paste one, or open a file.");
    return;
  }
  if (text !== state.text) begin(text);
  refresh().then(() => state.result && $("result").focus());
}

function wire() {
  $("ask").addEventListener("submit", submit);
  $("clear").addEventListener("click", clear);
  for (const id of ["policy", "recall", "day"])
    $(id).addEventListener("change", () => {
      showBasis();
      if (state.result) refresh();
    });
  $("undo").addEventListener("click", () => {
    undo();
    refresh();
  });
  $("accept-all").addEventListener("click", () => {
    accept(state.result.phi);
    show(null);
  });
  addEventListener("beforeunload", (event) => state.past.length && event.preventDefault());
}

async function start() {
  takeToken();
  wireDialogs();
  inStep($("original"), $("redacted"));
  try {
    state.about = await call("/about");
  } catch (error) {
    say("");
    complain(error.message);
    return;
  }
  fill($("policy"), state.about.policies.map(({ name }) => name), state.about.policy);
  fill($("recall"), state.about.recalls, state.about.recall);
  showBasis();
  wire();
  wireReview(refresh);
  wireSearch();
  wireFiles((text) => {
    opened = text;
    $("note").value = text;
    $("ask").requestSubmit();
  });
  wireResults(settings);
  $("go").disabled = $("seek").disabled = false;
  say("Ready.");
}

start();

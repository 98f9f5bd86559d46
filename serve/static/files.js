// Notes in, results out; both stay on this machine.
import { call } from "./api.js";
import { $, complain, say } from "./dom.js";
import { asked, state } from "./state.js";

/** The text of a file: by its byte order mark, else UTF-8, else Windows-1252. Throws an Error for no text. */
export async function read(file) {
  if (file.size > state.about.limits.body) throw new Error("The file is too large for this server.");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = decoded(bytes);
  if (text === null || text.includes("\0")) throw new Error("The file is no text.");
  return text;
}

function decoded(bytes) {
  const [one, two] = bytes;
  const marked = one === 0xff && two === 0xfe ? "utf-16le" : one === 0xfe && two === 0xff ? "utf-16be" : null;
  try {
    return new TextDecoder(marked ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Text that is UTF-8 save for a broken byte would come out with other letters: the names would not be found.
    return marked || hasUtf8(bytes) ? null : new TextDecoder("windows-1252").decode(bytes);
  }
}

function hasUtf8(bytes) {
  const follows = (index) => bytes[index] >= 0x80 && bytes[index] <= 0xbf;
  return bytes.some((byte, index) =>
    (byte >= 0xc2 && byte <= 0xdf && follows(index + 1)) ||
    (byte >= 0xe0 && byte <= 0xef && follows(index + 1) && follows(index + 2)));
}

/** Let notes be opened and dropped; `onText` gets what was read. */
export function wireFiles(onText) {
  const take = async (file) => {
    if (!file) return;
    complain("");
    try {
      onText(await read(file));
    } catch (error) {
      complain(error.message);
    }
  };
  $("open").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", async () => {
    await take($("file").files[0]);
    $("file").value = "";
  });
  const note = $("note");
  for (const name of ["dragover", "dragleave", "drop"])
    document.addEventListener(name, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return; // text that is dragged into a field
      event.preventDefault(); // a file beside the field must not be opened in the page's place
      note.classList.toggle("over", name === "dragover");
      if (name === "drop") take(event.dataTransfer.files[0]);
    });
}

/** Let results be copied and saved. No name of a file tells the note's. */
export function wireResults(settings) {
  $("copy").addEventListener("click", copy);
  $("save-text").addEventListener("click", () => save("redacted-note.txt", state.result.text, "text/plain"));
  $("save-json").addEventListener("click", () =>
    save("redacted-note.json", JSON.stringify(state.result, null, 1) + "\n", "application/json"));
  $("save-marked").addEventListener("click", async () => {
    try {
      save("marked-note.jsonl", await markedNote(settings), "application/jsonl");
    } catch (error) {
      complain(error.message);
    }
  });
}

async function copy() {
  try {
    await navigator.clipboard.writeText(state.result.text);
    say("Copied.");
  } catch {
    getSelection().selectAllChildren($("redacted"));
    say("The browser does not let pages copy here: the text is selected, press Ctrl+C.");
  }
}

/** The note with its identifiers as a line for `chartveil evaluate`: all of them, whatever the policy keeps. */
async function markedNote(settings) {
  const { recall } = settings();
  const { phi } = await call("/redact", asked({ recall, policy: "tags", keep: [] }));
  const stamp = new Date().toISOString().replace(/[^0-9]/g, "").slice(0, 14);
  const marks = phi.map(({ start, end, label }) => ({ start, end, label }));
  return JSON.stringify({ id: `note-${stamp}`, text: state.text, phi: marks }) + "\n";
}

function save(name, content, type) {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

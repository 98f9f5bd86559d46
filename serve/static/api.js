// Requests to the server that this page came from.
import { $ } from "./dom.js";

const KEY = "chartveil-token";

/** Take the token out of the address, so that it stands in no history. */
export function takeToken() {
  const given = new URLSearchParams(location.hash.slice(1)).get("token");
  if (!given) return;
  sessionStorage.setItem(KEY, given);
  history.replaceState(null, "", location.pathname);
}

function askToken() {
  return new Promise((resolve) => {
    const dialog = $("ask-token");
    dialog.addEventListener(
      "close",
      () => {
        sessionStorage.setItem(KEY, $("token").value.trim());
        $("token").value = "";
        resolve();
      },
      { once: true },
    );
    dialog.showModal();
  });
}

/** What the server answers, as an object. Throws an Error with the server's one line. */
export async function call(path, body, signal) {
  const token = sessionStorage.getItem(KEY);
  const headers = { "Content-Type": "application/json" };
  if (token) headers.Authorization = `Bearer ${token}`;
  const options = body === undefined ? { headers, signal } : { method: "POST", headers, signal, body: JSON.stringify(body) };
  let answer;
  try {
    answer = await fetch(path, { ...options, cache: "no-store", referrerPolicy: "no-referrer" });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Error("The server does not answer. Is it still running?");
  }
  if (answer.status === 401) {
    await askToken();
    return call(path, body, signal);
  }
  const content = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(content.error || `The server answered ${answer.status}.`);
  return content;
}

let last = null;

/** As `call`, giving up an earlier request that is still under way. */
export function callLatest(path, body) {
  last?.abort();
  last = new AbortController();
  return call(path, body, last.signal);
}

// The translation editor of wagtail-localize: labels that it leaves in English (can go when they
// are translated there), no sending before what was typed has been saved, also where its own button was not
// pressed, and in the place of "Server error" why it was not: somebody else was quicker, the translation is
// locked by now, or the session has ended. How much is left to translate is true after each saving.

const editor = document.querySelector(".js-translation-editor");
const { moreActions, heading } = editor.dataset;

function translate() {
  for (const text of editor.querySelectorAll(".w-sr-only")) {
    if (text.textContent === "More actions") text.textContent = moreActions;
  }
  for (const text of editor.querySelectorAll("h3")) {
    if (/ to .* translation$/.test(text.textContent)) text.textContent = heading;
  }
}

// What each open string said when it was opened.
const opened = new WeakMap();

function typed() {
  return [...editor.querySelectorAll("textarea")].filter((field) => field.value !== opened.get(field));
}

function look() {
  translate();
  for (const field of editor.querySelectorAll("textarea")) {
    if (!opened.has(field)) opened.set(field, field.value);
  }
}

new MutationObserver(look).observe(editor, { childList: true, subtree: true });
look();

window.addEventListener("beforeunload", (event) => {
  if (typed().length || lost.size) event.preventDefault();
});

let saving = 0;
let waiting = null;
const { fetch } = window;

// What somebody else wrote and this person has been shown, by the address that it is saved to:
// who then saves once more means it.
const shown = new Map();
const notSaved = document.querySelector(".translation-review__overtaken");
// Of a translation in review: that somebody has to press the button.
const unfinished = document.querySelector(".translation-review__unfinished");
// How many strings are not translated yet.
const progress = document.querySelector(".translation-review__progress");
// That the session has ended; and the addresses of what is on the screen alone since then.
const loggedOut = document.querySelector(".translation-review__logged-out > div");
const lost = new Set();

function pathOf(address) {
  return String(address).split("?")[0];
}

function withShown(address) {
  const path = pathOf(address);
  return shown.has(path) ? `${path}?seen=${shown.get(path)}` : address;
}

// Of a string that was emptied, the editor keeps the name of what stood there.
function isEmptied({ method, body }) {
  return method === "DELETE" || (method === "PUT" && !(body?.get("value") ?? "x").trim());
}

// With the token of the last log-in, which may have been in another tab; and nothing that was typed
// is sent on to the log-in.
function toSave(options) {
  const [, token] = document.cookie.match(/(?:^|;\s*)csrftoken=([^;]+)/) ?? [];
  const headers = token ? { ...options.headers, "X-CSRFToken": token } : options.headers;
  return { ...options, headers, redirect: "manual" };
}

// To the log-in; or a page in the place of a reason: the browser has lost the token, too.
function isOfNobody(answer) {
  const isPage = !answer.headers.get("Content-Type")?.includes("json");
  return answer.type === "opaqueredirect" || (answer.status === 403 && isPage);
}

// What was not saved, in the form in which somebody else's words come.
async function wordsOf(answer, body) {
  if (answer.status === 409) return answer.json();
  const error = isOfNobody(answer)
    ? loggedOut.querySelector("p").textContent
    : (await answer.json()).error_message;
  return { data: body?.get("value") ?? "", error, comment: "", last_translated_by: null };
}

// The editor shows an error only of what it takes for saved.
async function told(answer, address, { method, body }) {
  const words = await wordsOf(answer, body);
  if (answer.status === 409) shown.set(pathOf(address), words.seen);
  if (isOfNobody(answer)) {
    loggedOut.hidden = false;
    if (method === "PUT") lost.add(pathOf(address));
  } else {
    say(words.error);
  }
  return new Response(JSON.stringify(words), {
    status: method === "PUT" ? 200 : answer.status || 403,
    headers: { "Content-Type": "application/json" },
  });
}

// As the page says it by now; where it cannot be asked, it says nothing.
let counted = 0;
async function count() {
  counted += 1;
  const turn = counted;
  const answer = await fetch(window.location.href, { cache: "no-store" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.querySelector(".translation-review__progress");
  if (now && turn === counted) progress.textContent = now.textContent;
}

function saved(address) {
  lost.delete(pathOf(address));
  loggedOut.hidden = true;
  if (unfinished) unfinished.hidden = false;
  if (progress) count().catch(() => progress.replaceChildren());
}

function say(sentence) {
  const paragraph = document.createElement("p");
  paragraph.textContent = sentence;
  notSaved.append(paragraph);
}

window.fetch = async (address, options = {}) => {
  if (!["PUT", "DELETE"].includes(options.method)) return fetch(address, options);
  saving += 1;
  let isSaved = false;
  try {
    const answer = await fetch(withShown(address), toSave(options));
    isSaved = answer.ok || (options.method === "DELETE" && answer.status === 404);
    if (isSaved) saved(address);
    if (isSaved && isEmptied(options)) shown.set(pathOf(address), "none");
    if (answer.status !== 409 && answer.status !== 403 && !isOfNobody(answer)) return answer;
    return await told(answer, address, options);
  } finally {
    saving -= 1;
    if (waiting && (!isSaved || (!saving && lost.size))) {
      waiting = null;
      say(notSaved.dataset.notSent);
    }
    if (!saving && waiting) waiting.submit();
  }
};

// The last button beside an open string is the one that saves it.
function save(field) {
  [...field.closest("li").querySelectorAll("button")].at(-1).click();
}

for (const form of document.querySelectorAll(".translation-review form")) {
  form.addEventListener("submit", (event) => {
    typed().forEach(save);
    if (!saving && !lost.size) return;
    event.preventDefault();
    if (saving) waiting = form;
    else say(notSaved.dataset.notSent);
  });
}

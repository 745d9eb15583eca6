// The translation editor of wagtail-localize: labels that it leaves in English (can go when they
// are translated there), no sending before what was typed has been saved, also where its own button was not
// pressed, and in the place of "Server error" why it was not: somebody else was quicker, or the translation is
// locked by now.

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
  if (typed().length) event.preventDefault();
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

function withShown(address) {
  const [path] = String(address).split("?");
  return shown.has(path) ? `${path}?seen=${shown.get(path)}` : address;
}

// What was refused, in the form in which somebody else's words come.
async function refused(answer, body) {
  const { error_message: error } = await answer.json();
  return { data: body?.get("value") ?? "", error, comment: "", last_translated_by: null };
}

// The editor shows an error only of what it takes for saved.
async function told(answer, address, { method, body }) {
  const isOvertaken = answer.status === 409;
  const words = isOvertaken ? await answer.json() : await refused(answer, body);
  if (isOvertaken) shown.set(String(address).split("?")[0], words.seen);
  say(words.error);
  return new Response(JSON.stringify(words), {
    status: method === "PUT" ? 200 : answer.status,
    headers: { "Content-Type": "application/json" },
  });
}

function say(sentence) {
  const paragraph = document.createElement("p");
  paragraph.textContent = sentence;
  notSaved.append(paragraph);
}

window.fetch = async (address, options = {}) => {
  saving += 1;
  let isSaved = false;
  try {
    const answer = await fetch(withShown(address), options);
    isSaved = answer.ok || (options.method === "DELETE" && answer.status === 404);
    if (isSaved && unfinished) unfinished.hidden = false;
    if (answer.status !== 409 && answer.status !== 403) return answer;
    return await told(answer, address, options);
  } finally {
    saving -= 1;
    if (!isSaved && waiting) {
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
    if (!saving) return;
    event.preventDefault();
    waiting = form;
  });
}

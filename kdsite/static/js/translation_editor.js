// The translation editor of wagtail-localize: labels that it leaves in English (can go when they
// are translated there), no sending before what was typed has been saved, and in the place of "Server error"
// why it was not: somebody else was quicker, or the translation is locked by now.

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

new MutationObserver(translate).observe(editor, { childList: true, subtree: true });
translate();

let saving = 0;
let waiting = null;
const { fetch } = window;

// What somebody else wrote and this person has been shown, by the address that it is saved to:
// who then saves once more means it.
const shown = new Map();
const notSaved = document.querySelector(".translation-review__overtaken");

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
  const sentence = document.createElement("p");
  sentence.textContent = words.error;
  notSaved.append(sentence);
  return new Response(JSON.stringify(words), {
    status: method === "PUT" ? 200 : answer.status,
    headers: { "Content-Type": "application/json" },
  });
}

window.fetch = async (address, options = {}) => {
  saving += 1;
  try {
    const answer = await fetch(withShown(address), options);
    if (answer.status !== 409 && answer.status !== 403) return answer;
    waiting = null;
    return await told(answer, address, options);
  } finally {
    saving -= 1;
    if (!saving && waiting) waiting.submit();
  }
};

for (const form of document.querySelectorAll(".translation-review form")) {
  form.addEventListener("submit", (event) => {
    if (!saving) return;
    event.preventDefault();
    waiting = form;
  });
}

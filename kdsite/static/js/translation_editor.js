// The translation editor of wagtail-localize: a label that it leaves in English (can go when it
// is translated there), and no sending before what was typed has been saved.

const editor = document.querySelector(".js-translation-editor");
const label = editor.dataset.moreActions;

function translate() {
  for (const text of editor.querySelectorAll(".w-sr-only")) {
    if (text.textContent === "More actions") text.textContent = label;
  }
}

new MutationObserver(translate).observe(editor, { childList: true, subtree: true });
translate();

let saving = 0;
let waiting = null;
const { fetch } = window;

window.fetch = async (...request) => {
  saving += 1;
  try {
    return await fetch(...request);
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

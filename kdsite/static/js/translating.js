// The table in which a page is translated. Each cell is saved when it is left, by the address that knows
// what was loaded there; what could not be saved stays on the screen, with the reason. The words and the
// parts of the screen come from the server, which reads what a cell holds without trusting it.

const table = document.querySelector(".tt");
const rows = [...table.querySelectorAll(".tt-row")];
const cells = [...table.querySelectorAll(".tt-cell")];
const isLocked = table.dataset.locked === "true";
const progress = [...document.querySelectorAll(".translation-review__progress, .tt-bar__left")];
const overtaken = document.querySelector(".translation-review__overtaken");
const loggedOut = document.querySelector(".translation-review__logged-out > div");
const unfinished = document.querySelector(".translation-review__unfinished");
const barSaid = document.querySelector(".tt-bar__said");

const rowOf = (node) => node.closest(".tt-row");
const isRich = (cell) => cell.isContentEditable || cell.tagName !== "TEXTAREA";

// A cell as HTML, whether it is plain or has marks.
function htmlOf(cell) {
  if (isRich(cell)) return cell.innerHTML;
  const text = document.createElement("div");
  text.textContent = cell.value;
  return text.innerHTML.replaceAll("\n", "<br>");
}

function fill(cell, html) {
  if (isRich(cell)) {
    cell.innerHTML = html;
    return;
  }
  const text = document.createElement("div");
  text.innerHTML = html.replaceAll("<br>", "\n");
  cell.value = text.textContent;
  grow(cell);
}

// Where a browser does not grow a field with its text.
function grow(cell) {
  if (cell.tagName !== "TEXTAREA" || CSS.supports("field-sizing", "content")) return;
  cell.style.blockSize = "auto";
  cell.style.blockSize = `${cell.scrollHeight + 2}px`;
}

// What is stored of each cell, as it was read.
const stored = new WeakMap();
cells.forEach((cell) => {
  stored.set(cell, htmlOf(cell));
  grow(cell);
});
const isTyped = (cell) => htmlOf(cell) !== stored.get(cell);

// With the token of the last log-in, which may have been in another tab; and nothing that was typed is
// sent on to the log-in.
function ask(address, method, fields = {}) {
  const [, cookie] = document.cookie.match(/(?:^|;\s*)csrftoken=([^;]+)/) ?? [];
  const token = cookie ?? table.querySelector("[name=csrfmiddlewaretoken]").value;
  const body = new FormData();
  Object.entries(fields).forEach(([name, value]) => body.append(name, value));
  return fetch(address, {
    method,
    body: method === "DELETE" ? undefined : body,
    redirect: "manual",
    headers: { "X-CSRFToken": token, "X-Requested-With": "XMLHttpRequest", Accept: "application/json" },
  });
}

// To the log-in; or a page in the place of a reason: the browser has lost the token, too.
function isOfNobody(answer) {
  const isJson = answer.headers.get("Content-Type")?.includes("json");
  return answer.type === "opaqueredirect" || (answer.status === 403 && !isJson);
}

function say(row, sentence, isWrong = false) {
  const said = row.querySelector(".tt-said");
  said.textContent = sentence;
  said.classList.toggle("tt-said--wrong", isWrong);
  if (!isWrong) barSaid.textContent = sentence;
}

function alertWith(sentence) {
  const paragraph = document.createElement("p");
  paragraph.textContent = sentence;
  overtaken.replaceChildren(paragraph);
}

function show(row, answer) {
  if (answer.remarks !== undefined) row.querySelector(".tt-remarks").innerHTML = answer.remarks;
  if (answer.progress !== undefined) progress.forEach((each) => (each.innerHTML = answer.progress));
}

function withSeen(address, seen) {
  return `${address.split("?")[0]}?seen=${seen}`;
}

// What is on its way, and what did not arrive.
const saving = new Map();
const failed = new Set();

async function put(row, value) {
  say(row, table.dataset.saving);
  let answer;
  try {
    answer = await ask(row.dataset.url, value === null ? "DELETE" : "PUT", { value: value ?? "" });
  } catch {
    say(row, table.dataset.notSaved, true);
    return null;
  }
  if (isOfNobody(answer)) {
    loggedOut.hidden = false;
    say(row, loggedOut.querySelector("p").textContent, true);
    return null;
  }
  const words = await answer.json().catch(() => ({}));
  loggedOut.hidden = true;
  if (words.seen !== undefined) row.dataset.url = withSeen(row.dataset.url, words.seen);
  if (answer.ok) return words;
  const sentence = words.error ?? words.error_message ?? table.dataset.notSaved;
  if (words.error_message) alertWith(sentence);
  if (words.remarks) row.dataset.theirs = words.html;
  show(row, words);
  say(row, sentence, true);
  return null;
}

async function saveOnce(cell) {
  const row = rowOf(cell);
  const typed = htmlOf(cell);
  const words = await put(row, typed);
  if (!words) {
    failed.add(cell);
    return;
  }
  failed.delete(cell);
  stored.set(cell, typed);
  show(row, words);
  say(row, words.said);
  if (unfinished) unfinished.hidden = false;
  if (htmlOf(cell) === typed && document.activeElement !== cell) {
    fill(cell, words.html);
    stored.set(cell, htmlOf(cell));
  }
}

// One after another: a cell that was changed while it was saved is saved once more.
function save(cell) {
  if (isLocked || saving.has(cell)) return saving.get(cell);
  if (!isTyped(cell) || rowOf(cell).querySelector(".tt-two")) return Promise.resolve();
  const done = saveOnce(cell).finally(() => {
    saving.delete(cell);
    if (isTyped(cell) && !failed.has(cell) && document.activeElement !== cell) save(cell);
  });
  saving.set(cell, done);
  return done;
}

async function saveAll() {
  await Promise.all(saving.values());
  await Promise.all(cells.map(save));
  await Promise.all(saving.values());
  return !cells.some(isTyped);
}

// From cell to cell.
function go(cell, step) {
  const next = cells[cells.indexOf(cell) + step];
  if (next) next.focus();
  else if (step > 0) document.querySelector(".tt-send button")?.focus();
}

function onKey(event) {
  const cell = event.currentTarget;
  const isEnter = event.key === "Enter";
  if (isEnter && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    go(cell, event.shiftKey ? -1 : 1);
  } else if (isEnter && "line" in rowOf(cell).dataset) {
    event.preventDefault();
    go(cell, 1);
  } else if (isEnter && isRich(cell)) {
    // A string is one paragraph: a new line in it, no new paragraph.
    event.preventDefault();
    document.execCommand("insertLineBreak");
  } else if (event.key === "F10" && event.altKey) {
    event.preventDefault();
    rowOf(cell).querySelector(".tt-tools button")?.focus();
  } else if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) {
    const links = rowOf(cell).querySelectorAll("[data-link-of]");
    if (!links.length) return;
    event.preventDefault();
    if (links.length === 1) putLink(cell, links[0].dataset.linkOf);
    else links[0].focus();
  }
}

// Words alone are pasted and dropped: marks are those of this text.
function insertText(event, data) {
  event.preventDefault();
  document.execCommand("insertText", false, data.getData("text/plain"));
}

// Links: the words that are selected lead where a link of the original does.
let kept = null;
document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  const cell = selection.anchorNode?.parentElement?.closest(".tt-cell[contenteditable]");
  if (cell && selection.rangeCount) kept = { cell, range: selection.getRangeAt(0).cloneRange() };
});

function takeUp(cell) {
  const selection = document.getSelection();
  // What is selected now may be newer than what was kept.
  const isThere = selection.rangeCount && cell.contains(selection.anchorNode);
  const now = isThere ? { cell, range: selection.getRangeAt(0).cloneRange() } : kept;
  cell.focus();
  if (now?.cell !== cell) return;
  selection.removeAllRanges();
  selection.addRange(now.range);
}

function putLink(cell, number) {
  takeUp(cell);
  const range = document.getSelection().getRangeAt(0);
  if (range.collapsed || !cell.contains(range.commonAncestorContainer)) {
    say(rowOf(cell), table.dataset.select, true);
    return;
  }
  const link = document.createElement("a");
  link.dataset.link = number;
  link.append(range.extractContents());
  link.querySelectorAll("a").forEach((inner) => inner.replaceWith(...inner.childNodes));
  // Inside another link, no link begins: the other one ends where this begins.
  const around = range.startContainer.parentElement?.closest("a[data-link]");
  if (around && cell.contains(around)) {
    const after = document.createRange();
    after.setStart(range.startContainer, range.startOffset);
    after.setEndAfter(around);
    const rest = after.extractContents();
    around.after(link, rest);
  } else {
    range.insertNode(link);
  }
  cell.querySelectorAll("a[data-link]").forEach((each) => each.textContent || each.remove());
  document.getSelection().selectAllChildren(link);
  document.getSelection().collapseToEnd();
}

function takeLinkAway(cell) {
  takeUp(cell);
  const range = document.getSelection().getRangeAt(0);
  cell.querySelectorAll("a[data-link]").forEach((link) => {
    if (range.intersectsNode(link)) link.replaceWith(...link.childNodes);
  });
}

function onTool(button) {
  const cell = rowOf(button).querySelector(".tt-cell");
  const { mark, linkOf } = button.dataset;
  if (linkOf) putLink(cell, linkOf);
  else if (mark === "unlink") takeLinkAway(cell);
  else {
    takeUp(cell);
    document.execCommand(mark);
  }
}

// Words to start from: what was approved before.
function onUse(button) {
  const row = rowOf(button);
  const cell = row.querySelector(".tt-cell");
  fill(cell, button.parentElement.querySelector(".tt-use").innerHTML);
  cell.focus();
}

// How strings like this one were translated before: asked for once, when the cell is entered.
async function showHints(cell) {
  const hints = rowOf(cell).querySelector(".tt-hints");
  if (!hints?.dataset.url) return;
  const { url } = hints.dataset;
  delete hints.dataset.url;
  const answer = await fetch(url, { redirect: "manual" }).catch(() => null);
  if (answer?.ok) hints.innerHTML = await answer.text();
}

async function onWaive(button) {
  const row = rowOf(button);
  const { waive, again = "", url } = button.dataset;
  const answer = await ask(url, "POST", { link: waive, again }).catch(() => null);
  const words = await answer?.json().catch(() => null);
  if (answer?.ok && words) show(row, words);
  else say(row, words?.error_message ?? table.dataset.notSaved, true);
  row.querySelector(".tt-cell").focus();
}

function onChoose(button) {
  const row = rowOf(button);
  const cell = row.querySelector(".tt-cell");
  row.querySelector(".tt-two").remove();
  failed.delete(cell);
  if (button.dataset.choose === "ours") {
    save(cell);
  } else {
    fill(cell, row.dataset.theirs);
    stored.set(cell, htmlOf(cell));
    say(row, "");
  }
  cell.focus();
}

// Pictures, pages, files and addresses.
async function saveValue(row, value) {
  const words = await put(row, value);
  if (!words) return;
  // In what is shown of it, the server's answer is the page itself.
  row.dataset.url = withSeen(row.dataset.url, words.seen ?? "");
  say(row, words.said ?? table.dataset.saved);
}

if (!isLocked) {
  cells.forEach((cell) => {
    cell.addEventListener("keydown", onKey);
    cell.addEventListener("input", () => grow(cell));
    cell.addEventListener("focus", () => showHints(cell));
    cell.addEventListener("focusout", (event) => {
      if (rowOf(cell).querySelector(".tt-tools")?.contains(event.relatedTarget)) return;
      save(cell);
    });
    if (!isRich(cell)) return;
    cell.addEventListener("paste", (event) => insertText(event, event.clipboardData));
    cell.addEventListener("drop", (event) => insertText(event, event.dataTransfer));
  });
  table.addEventListener("mousedown", (event) => {
    if (event.target.closest(".tt-tools button")) event.preventDefault();
  });
  table.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.closest(".tt-tools")) onTool(button);
    else if (button.dataset.waive) onWaive(button);
    else if ("use" in button.dataset) onUse(button);
    else if (button.dataset.choose) onChoose(button);
    else if ("asOriginal" in button.dataset) saveValue(rowOf(button), null).then(() => window.location.reload());
  });
  rows
    .filter((row) => row.dataset.value)
    .forEach((row) => {
      row.addEventListener("change", (event) => {
        if (event.target.name?.startsWith("value-")) saveValue(row, event.target.value);
      });
    });
  window.addEventListener("beforeunload", (event) => {
    if (cells.some(isTyped) || saving.size) event.preventDefault();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") cells.forEach(save);
  });
  const first = cells.find((cell) => !htmlOf(cell));
  if (table.dataset.start && first) first.focus();
}

document.querySelectorAll(".tt-send").forEach((form) => {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    failed.clear();
    if (await saveAll()) form.submit();
    else alertWith(overtaken.dataset.notSent);
  });
});

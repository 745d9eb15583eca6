// Wagtail keeps the mouse from the fields of a locked page; this keeps the keyboard from them as well: what
// is typed there is stored nowhere.
document.addEventListener("DOMContentLoaded", () => {
  for (const fields of document.querySelectorAll(".content-locked .w-panel__content")) fields.inert = true;
});

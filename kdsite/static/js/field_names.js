// Names for the fields that Wagtail 8.0 leaves without one, for those who hear the form: formatted text,
// tags, and the files of an upload. The name is the one that stands there to be seen.
{
  const NAMELESS = "[contenteditable='true'][role='textbox'], [contenteditable='true'][role='combobox'], .tagit input, #fileupload";
  let count = 0;

  const visibleName = (field) => {
    const wrapper = field.closest("[data-field-wrapper], .w-field__wrapper");
    const label = wrapper?.querySelector("label");
    if (label?.textContent.trim()) return label;
    const section = field.closest("section[aria-labelledby]");
    return document.getElementById(section?.getAttribute("aria-labelledby"))
      || document.querySelector("main h1, header h1");
  };

  const name = (field) => {
    if (field.labels?.length || field.ariaLabel || field.hasAttribute("aria-labelledby")) return;
    const shown = visibleName(field);
    if (!shown) return;
    shown.id ||= `field-name-${(count += 1)}`;
    field.setAttribute("aria-labelledby", shown.id);
  };

  const nameAll = () => document.querySelectorAll(NAMELESS).forEach(name);

  document.addEventListener("DOMContentLoaded", () => {
    nameAll();
    new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });
  });
}

// Leads from what was found in a text to its field: opens what is folded and puts the focus there, also
// right after loading, while the fields still start.
{
  const TYPED = "input:not([type=hidden], [type=checkbox], [type=file]), textarea, [contenteditable=true]";
  const PRESSED = "input[type=checkbox], select, button:not([data-panel-toggle])";
  const PLACES = /^#(id_|block-|body-)/;
  const STARTS_WITHIN = 3000;

  const fieldAt = (place) => {
    if (place.matches(`${TYPED}, ${PRESSED}`)) return place;
    const content = place.querySelector("[id$='-content']") ?? place;
    const seen = (kind) => [...content.querySelectorAll(kind)].find((field) => field.checkVisibility());
    return seen(TYPED) ?? seen(PRESSED);
  };

  const uncover = (place) => {
    const tab = place.closest("[role=tabpanel][hidden]");
    if (tab) document.getElementById(tab.getAttribute("aria-labelledby"))?.click();
    for (let panel = place.closest("[data-panel]"); panel; panel = panel.parentElement.closest("[data-panel]")) {
      panel.querySelector(":scope > .w-panel__header [data-panel-toggle][aria-expanded=false]")?.click();
    }
  };

  const goTo = (hash) => {
    const place = document.getElementById(hash.slice(1));
    if (!place) return;
    uncover(place);
    const field = fieldAt(place);
    if (!field) return;
    field.scrollIntoView({ block: "center" });
    field.focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-finding]");
    if (!link || !document.getElementById(link.hash.slice(1))) return;
    event.preventDefault();
    // On a narrow screen the panel lies over the field.
    if (window.matchMedia("(max-width: 50rem)").matches) {
      document.querySelector("[data-side-panel-toggle=checks][aria-expanded=true]")?.click();
    }
    goTo(link.hash);
  });

  // Advice that somebody does not follow goes without the page being loaded anew.
  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("button[data-dismiss]");
    if (!button) return;
    const { CSRF_HEADER_NAME, CSRF_TOKEN } = window.wagtailConfig;
    button.disabled = true;
    const answer = await fetch(button.dataset.dismiss, {
      method: "POST",
      headers: { [CSRF_HEADER_NAME]: CSRF_TOKEN, "X-Requested-With": "XMLHttpRequest" },
      body: new URLSearchParams({ kind: button.dataset.kind, words: button.dataset.words }),
    }).catch(() => ({}));
    button.disabled = false;
    if (answer.ok) button.closest("li, .tt-remark").remove();
  });

  window.addEventListener("load", () => {
    const { hash } = window.location;
    if (!PLACES.test(hash) || !document.querySelector("form[data-edit-form]")) return;
    // Fields that start move those below them, and the browser goes to the address by itself.
    const until = performance.now() + STARTS_WITHIN;
    const again = setInterval(() => {
      if (performance.now() > until) clearInterval(again);
      else goTo(hash);
    }, 200);
    for (const name of ["keydown", "pointerdown", "wheel"]) {
      document.addEventListener(name, () => clearInterval(again), { capture: true, once: true });
    }
    goTo(hash);
  });

  // Wagtail writes the number of what was found anew, but not whether there is any.
  document.addEventListener("w-autosave:success", () => setTimeout(() => {
    const counter = document.querySelector("[data-side-panel-toggle=checks] [data-side-panel-toggle-counter]");
    if (document.querySelector(".findings-panel") && counter) counter.hidden = counter.textContent.trim() === "0";
  }));
}

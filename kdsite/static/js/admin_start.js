// Starts fields that Wagtail starts by a script inside the page, where the policy
// (kdsite/settings/headers.py) lets none be. Each says which, and with what, in a
// <script type="application/json" data-start="…">, which is data to a browser. A field that comes
// later, with a form that is added or a dialog, is started when it comes.
{
  const FUNCTIONS = ["initDateChooser", "initTimeChooser", "createTaskChooser"];
  const PANELS = ["InlinePanel", "MultipleChooserPanel"];
  const SELECTOR = "script[type='application/json'][data-start]";

  const start = (script) => {
    const name = script.dataset.start;
    const values = JSON.parse(script.textContent);
    script.removeAttribute("data-start");
    if (FUNCTIONS.includes(name)) window[name](...values);
    else if (PANELS.includes(name)) new window[name](JSON.parse(values[0]));
    else if (/^\w*Chooser$/.test(name)) new window[name](...values);
  };

  const startAllIn = (node) => {
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    if (node.matches(SELECTOR)) start(node);
    else node.querySelectorAll(SELECTOR).forEach(start);
  };

  // At once: what was chosen is put into the new row in the same breath.
  document.addEventListener("w-formset:added", ({ target }) => startAllIn(target));
  document.addEventListener("DOMContentLoaded", () => {
    startAllIn(document.body);
    new MutationObserver((changes) => {
      changes.forEach((change) => change.addedNodes.forEach(startAllIn));
    }).observe(document.body, { childList: true, subtree: true });
  });
}

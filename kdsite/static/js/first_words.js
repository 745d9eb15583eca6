// Wagtail takes a form as it is two seconds after it opened for what was there (fields start by
// scripts, and change it till then): words that were typed before are neither saved by it nor asked about on
// leaving. What was typed by hand till then counts as not saved.
{
  let watched = false;
  let typed = false;

  const note = (event) => {
    if (event.isTrusted && event.target.closest?.("form[data-controller~='w-unsaved']")) typed = true;
  };
  const ask = (event) => {
    if (typed && !watched) event.preventDefault();
  };

  document.addEventListener("input", note, true);
  document.addEventListener("submit", () => { typed = false; });
  window.addEventListener("beforeunload", ask);
  document.addEventListener("w-unsaved:watch-edits", ({ target }) => {
    if (typed && !watched) target.setAttribute("data-w-unsaved-force-value", "true");
    watched = true;
  });
}

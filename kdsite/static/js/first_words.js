// Wagtail takes a form as it is two seconds after it opened for what was there (fields start by
// scripts, and change it till then), looks twice a second whether it changed, and takes what was typed while
// it saved for saved. Words that were typed by hand in these moments count as not saved.
{
  const LOOKED_AT = 2000;
  const WRITTEN_TO_FIELDS = 500;
  let watched = false;
  let typed = null;
  let saving = null;

  const note = (event) => {
    if (event.isTrusted && event.target.closest?.("form[data-controller~='w-unsaved']")) typed = event.timeStamp;
  };
  const ask = (event) => {
    if (typed !== null && (!watched || event.timeStamp - typed < LOOKED_AT)) event.preventDefault();
  };
  const count = (form) => form.setAttribute("data-w-unsaved-force-value", "true");

  document.addEventListener("input", note, true);
  document.addEventListener("submit", () => { typed = null; });
  window.addEventListener("beforeunload", ask);
  document.addEventListener("w-unsaved:watch-edits", ({ target }) => {
    if (typed !== null && !watched) count(target);
    watched = true;
  });
  document.addEventListener("w-autosave:save", (event) => { saving = event.timeStamp; });
  document.addEventListener("w-autosave:success", ({ target }) => {
    if (typed === null) return;
    if (typed < saving - WRITTEN_TO_FIELDS) typed = null;
    else count(target);
  });
}

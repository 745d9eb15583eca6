// The bar under the page editor says when it has saved by itself.
document.addEventListener("w-autosave:success", () => {
  const state = document.querySelector(".editor-state[data-saved]");
  if (!state) return;
  const now = new Date();
  const minutes = String(now.getMinutes()).padStart(2, "0");
  state.textContent = state.dataset.saved.replace("{time}", `${now.getHours()}.${minutes}`);
});

// What a reader copies has no soft hyphens; without scripts it keeps them, which no search minds.
document.addEventListener("copy", (event) => {
  const selection = document.getSelection();
  const text = selection.toString();
  if (!text.includes("\u00ad") || event.target.closest?.("input, textarea")) return;
  const whole = (copied) => copied.replaceAll("\u00ad", "");
  const holder = document.createElement("div");
  for (let number = 0; number < selection.rangeCount; number += 1) {
    holder.append(selection.getRangeAt(number).cloneContents());
  }
  event.clipboardData.setData("text/plain", whole(text));
  event.clipboardData.setData("text/html", whole(holder.innerHTML));
  event.preventDefault();
});

// A button beside a field copies what is in it. Without scripts there is no button, and the field to copy from.
for (const button of document.querySelectorAll("[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy");
    }
    button.nextElementSibling.textContent = button.dataset.copied;
  });
}

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

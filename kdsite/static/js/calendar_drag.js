/* A text of the calendar is dragged onto a free time. What is dropped is asked about once, and posted by the
   form #calendar-move. The link beside each text does the same without dragging. */
(() => {
  const free = "[data-free-slot]";
  let dragged = null;

  const over = (target) => {
    for (const each of document.querySelectorAll(".calendar-drop--here")) {
      if (each !== target) each.classList.remove("calendar-drop--here");
    }
    if (target) target.classList.add("calendar-drop--here");
  };
  const end = () => {
    dragged = null;
    over(null);
    document.documentElement.classList.remove("calendar-drags");
  };

  document.addEventListener("dragstart", (event) => {
    const text = event.target.closest?.("[data-move]");
    if (!text || !document.getElementById("calendar-move")) return;
    dragged = text;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", text.dataset.title);
    const whole = text.closest(".calendar__slot") || text;
    event.dataTransfer.setDragImage(whole, 12, 12);
    document.documentElement.classList.add("calendar-drags");
  });
  document.addEventListener("dragend", end);
  document.addEventListener("dragover", (event) => {
    if (!dragged) return;
    const target = event.target.closest(free);
    over(target);
    if (target) {
      event.preventDefault();
      event.dataTransfer.dropEffect = "move";
    }
  });
  document.addEventListener("drop", (event) => {
    const target = dragged && event.target.closest(free);
    if (!target) return;
    event.preventDefault();
    const { move, title } = dragged.dataset;
    const { freeSlot, when } = target.dataset;
    end();
    const form = document.getElementById("calendar-move");
    const question = form.dataset.question.replace("{title}", () => title).replace("{when}", () => when);
    if (!window.confirm(question)) return;
    form.action = move;
    form.elements.slot.value = freeSlot;
    form.elements.next.value = window.location.pathname + window.location.search;
    form.submit();
  });
})();

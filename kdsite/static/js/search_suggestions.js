// Suggestions while somebody types into the field of search: a combobox with a list, as the ARIA Authoring
// Practices describe it. Without this script the form searches just the same.
{
  const SHORTEST = 3;
  const PAUSE = 150;

  const element = (name, attributes) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  const suggest = (field) => {
    const list = element("ul", { class: "suggestions", id: `${field.id}-list`, role: "listbox", "aria-label": field.dataset.label, hidden: "" });
    const said = element("p", { class: "suggestions__said", role: "status" });
    let options = [];
    let active = -1;
    let waiting = null;
    let asking = null;

    const close = () => {
      clearTimeout(waiting);
      asking?.abort();
      list.hidden = true;
      field.setAttribute("aria-expanded", "false");
      mark(-1);
    };
    const mark = (index) => {
      active = index;
      options.forEach((option, number) => option.setAttribute("aria-selected", String(number === index)));
      if (index < 0) return field.removeAttribute("aria-activedescendant");
      field.setAttribute("aria-activedescendant", options[index].id);
      options[index].scrollIntoView({ block: "nearest" });
    };
    const take = (option) => {
      close();
      window.location.assign(option.dataset.address);
    };
    const show = (answer) => {
      options = answer.suggestions.map(({ text, address, kind }, number) => {
        const option = element("li", { id: `${list.id}-${number}`, role: "option", "aria-selected": "false", "data-address": address });
        option.append(text);
        if (kind) {
          const sort = element("span", { class: "suggestions__kind" });
          sort.append(kind);
          option.append(" ", sort);
        }
        return option;
      });
      list.replaceChildren(...options);
      mark(-1);
      list.hidden = !options.length;
      field.setAttribute("aria-expanded", String(!list.hidden));
      said.textContent = answer.said;
    };
    const ask = async () => {
      asking?.abort();
      asking = new AbortController();
      try {
        const address = `${field.dataset.suggestions}?${new URLSearchParams({ q: field.value })}`;
        const response = await fetch(address, { signal: asking.signal, credentials: "omit" });
        if (response.ok) show(await response.json());
      } catch {
        // The next letter asked already, or the server cannot be reached: the form is there all the same.
      }
    };

    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-expanded", "false");
    field.setAttribute("aria-controls", list.id);
    field.after(list, said);

    field.addEventListener("input", () => {
      clearTimeout(waiting);
      if (field.value.trim().length < SHORTEST) return close();
      waiting = setTimeout(ask, PAUSE);
    });
    field.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      const last = options.length - 1;
      if (event.key === "ArrowDown") mark(active < last ? active + 1 : -1);
      else if (event.key === "ArrowUp") mark(active < 0 ? last : active - 1);
      else if (event.key === "Enter" && active >= 0) take(options[active]);
      else if (event.key === "Escape") close();
      else return;
      event.preventDefault();
    });
    field.addEventListener("blur", close);
    // Before the field loses the focus, which closes the list.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) take(option);
    });
    field.form.addEventListener("submit", close);
  };

  document.querySelectorAll("input[data-suggestions]").forEach(suggest);
}

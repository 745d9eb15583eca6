// The body of a page: blocks of before are shown and kept, and the menus offer them no more. Of a heading
// under a heading that has none above it, a sentence says so beside it as soon as one leaves the field.
{
  const { StreamBlockDefinition } = window.wagtailStreamField.blocks;
  let noHeadingAbove = "";

  class StoryDefinition extends StreamBlockDefinition {
    constructor(name, groups, states, meta) {
      super(name, groups, states, meta);
      noHeadingAbove = meta.noHeadingAbove;
      this.groupedChildBlockDefs = groups.map(([group, blocks]) => [
        group, blocks.filter((block) => !meta.earlier.includes(block.name)),
      ]);
    }
  }

  const headingsIn = (block) => {
    // A heading of before is a block with a level of its own.
    const level = block.querySelector("select[name$='-level']");
    if (level) return [level.value];
    return [...block.querySelectorAll("[contenteditable=true] :is(h2, h3)")].map(({ tagName }) => tagName.toLowerCase());
  };

  const isDeleted = (block) => block.querySelector("input[name$='-deleted']")?.value === "1";

  const say = (block, isWrong) => {
    const content = block.querySelector(".w-panel__content");
    const field = content?.querySelector("[contenteditable=true], select[name$='-level']");
    let note = content?.querySelector(".heading-order");
    if (!field || (!note && !isWrong)) return;
    if (!note) {
      note = document.createElement("p");
      note.className = "heading-order";
      note.id = `${content.id}-heading-order`;
      note.setAttribute("role", "status");
      content.append(note);
    }
    const described = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== note.id);
    field.setAttribute("aria-describedby", [...described, ...(isWrong ? [note.id] : [])].join(" "));
    // Screen readers say what changes in a place that was there before.
    setTimeout(() => { note.textContent = isWrong ? noHeadingAbove : ""; }, 100);
  };

  const check = (story) => {
    let hasHeading = false;
    for (const block of story.querySelectorAll(":scope > [data-streamfield-child]")) {
      if (isDeleted(block)) continue;
      let isWrong = false;
      for (const level of headingsIn(block)) {
        hasHeading ||= level === "h2";
        isWrong ||= !hasHeading;
      }
      say(block, isWrong);
    }
  };

  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    const block = target.closest?.("[data-streamfield-child]");
    if (block && !block.contains(relatedTarget)) check(block.parentElement);
  });

  window.telepath.register("kdsite.blocks.Story", StoryDefinition);
}

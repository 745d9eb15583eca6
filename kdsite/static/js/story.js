// The body of a page: blocks of before are shown and kept, and the menus offer them no more.
{
  const { StreamBlockDefinition } = window.wagtailStreamField.blocks;

  class StoryDefinition extends StreamBlockDefinition {
    constructor(name, groups, states, meta) {
      super(name, groups, states, meta);
      this.groupedChildBlockDefs = groups.map(([group, blocks]) => [
        group, blocks.filter((block) => !meta.earlier.includes(block.name)),
      ]);
    }
  }

  window.telepath.register("kdsite.blocks.Story", StoryDefinition);
}

"""The blog: posts, how they come from a guest's file, and what is checked before they are sent.

- apps: posts and themes, and how a file becomes a draft.
- checks: what is checked before a post is sent for review, in plain words.
- citing: how to cite a post: in words on its page, and as a file for programs that keep
  references.
- feeds: posts for programs that follow them (Atom).
- forms: the edit form of a post: its authors are asked for when it is sent, not when it is
  saved.
- importing: a writer's file becomes the parts of a post: read it, then recognise its parts.
- invitations: an editor invites somebody to write, and the guest comes in by a personal link.
- linked_data: a post in the words of schema.org.
- log_actions: what the history of a post says of its own.
- management: commands of the blog.
- models: the tables of the blog; a post is put together from mixins, each a whole slice.
- panels: parts of a post's editor: its people, its themes.
- reminders: on the day of publication the editors are asked for the address of the discussion.
- untitled: what a draft is called before anybody has given it a title.
- uploading: a file becomes a draft: shown first, confirmed, and only then made.
- wagtail_hooks: where writing a post begins in Wagtail's admin.
- writer: what a guest meets in the admin: the front page, and “before you send”.
"""

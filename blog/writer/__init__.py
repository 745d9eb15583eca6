"""What a guest meets in the admin: the front page, and “before you send”.

- before_send: “Before you send”: what to correct, what readers will see of the author, and the
  consent.
- homepage_panels: what a writer finds on the front page of the admin: drafts, deadline,
  profile.
- language_advice: advice on the language of a post: shown, dismissed, and given again.
- progress: how far a text has come, as a line of steps.
- standings: where a writer's texts stand, in words: who has it, since when, and what is asked
  of them.
"""

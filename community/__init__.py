"""People, themes and the question they discuss; and the list of posts as each of them shows it.

- apps: people, and the question they discuss.
- choosers: choosing people and questions for a text: from lists, in one language.
- forms: the edit form of an author profile, and the short one for somebody new.
- linked_data: people in the words of schema.org.
- models: the tables: authors, themes, questions.
- municipalities: the municipalities of Finland, with the names that they have in both languages.
- new_author: a profile for somebody who has none yet, as a draft.
- profile_ties: a profile that exists gets an account: one editor asks, another one confirms.
- templatetags: what the templates of people and posts need and the models do not give.
- wagtail_hooks: where people enter Wagtail's admin.
"""

"""People, themes and the question they discuss; and the list of posts as each of them shows it.

- apps: people, and the question they discuss.
- forms: the edit form of an author profile.
- linked_data: people in the words of schema.org.
- models: the tables: authors, themes, questions.
- municipalities: the municipalities of Finland, with the names that they have in both languages.
- profile_ties: a profile that exists gets an account: one editor asks, another one confirms.
- templatetags: what the templates of people and posts need and the models do not give.
- wagtail_hooks: where people enter Wagtail's admin.
"""

"""A profile that exists gets an account: one editor asks, another one confirms.

- answering: who may answer, and what an answer does.
- history: what the history of a profile says of it.
- panel: what waits for an answer, on the front page of the admin.
- telling: all editors are told at once.
- views: the screen on which it is answered.
"""

"""What happens by the clock.

- scheduler: what happens by the clock: releases, mail, and the sign that somebody still does
  it.
"""

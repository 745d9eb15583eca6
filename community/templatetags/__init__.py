"""What the templates of people and posts need and the models do not give.

- community_tags: who wrote a post, in a few words.
"""

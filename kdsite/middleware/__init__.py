"""What happens to every request.

- compression: what every reader gets alike is compressed; static files are, beforehand, by
  whitenoise.
- language: the language of a request is that of its address.
"""

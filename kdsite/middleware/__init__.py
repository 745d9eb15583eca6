"""What happens to every request.

- compression: answers that are the same for every reader go compressed; whitenoise compresses
  static files.
- language: the language of a request is that of its address.
"""

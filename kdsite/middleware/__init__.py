"""What happens to every request.

- compression: answers that are the same for every reader go compressed; whitenoise compresses
  static files.
- exports: who takes data away stands in the record.
- headers: what an answer says of itself, where it is not the same for every answer.
- language: the language of a request is that of its address.
- redirects: a former address leads on to what is public, and to nothing else.
- unreadable_forms: a form of the admin that no browser would send is answered in words, not by a
  failure.
"""

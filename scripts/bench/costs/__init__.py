"""What a page costs, as a multiple of a hello-world view.

- cold: how long it takes from the start of the server to its first page.
- front: the shipped nginx in front of gunicorn, and a reader's connection to it.
- hello: the measure of all costs: a view of Django's that answers 20 KB, for gunicorn.
- measuring: CPU of all processes for a request, without a cache, from a copy, and behind nginx.
- processes: how much CPU processes have used.
"""

"""What a page costs, as a multiple of a hello-world view.

- hello: the measure of all costs: a view of Django's that answers 20 KB, for gunicorn.
- measuring: CPU of all processes for a request, without a cache and from a copy.
- processes: how much CPU processes have used.
"""

"""What follows a change: done after its commit, each on its own, and tried again until it is done.

Nothing of it can stop the change. It is a task of Django's (``django_tasks``), so that Wagtail's
own follow-ups (its indexes of search and of references) come the same way.

- backend: takes the tasks that a change asks for.
- queue: does what follows a change after its commit, and again until it is done.
- tasks: declares a task with the sentence that says what is missing until it is done.
"""

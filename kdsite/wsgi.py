"""The entry for gunicorn; production settings unless DJANGO_SETTINGS_MODULE says otherwise."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from kdsite.languages import lemmas

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kdsite.settings.production")

# What is loaded here stays for as long as the process: to look for garbage in it, now and at each
# collection from then on, is a fifth of the start, and time of whoever waits for a page.
gc.disable()
application = get_wsgi_application()
# Some seconds, which must not be those of the first reader or writer: the server (gunicorn and
# runserver) answers once the dictionaries and all addresses are there.
lemmas.load()
get_resolver().url_patterns  # noqa: B018 - read for the first time
gc.freeze()
gc.enable()

"""The entry for gunicorn; production settings unless DJANGO_SETTINGS_MODULE says otherwise."""

import os

from django.core.wsgi import get_wsgi_application

from kdsite.languages import lemmas

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kdsite.settings.production")

application = get_wsgi_application()

# Some seconds, which must not be those of the first reader or writer: the server (gunicorn and
# runserver) answers once the dictionaries are there.
lemmas.load()

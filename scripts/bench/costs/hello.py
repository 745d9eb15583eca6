"""The measure of all costs: a view of Django's that answers 20 KB, for gunicorn."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

TEXT = "<p>Hei, maailma.</p>\n" * 1000


def hello(request):
    return HttpResponse(TEXT)


urlpatterns = [path("", hello)]
settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, SECRET_KEY="hello")  # noqa: S106
application = get_wsgi_application()

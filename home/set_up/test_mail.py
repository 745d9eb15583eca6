"""A mail that says nothing but that it came."""

from django.conf import settings

from kdsite.editorial.notifications import letters
from kdsite.editorial.notifications.notify import greeting_of, language_of


def send_test_mail(user):
    """To ``user``; it waits in the queue as every mail does."""
    context = {"name": greeting_of(user), "address": settings.WAGTAILADMIN_BASE_URL}
    letter = letters.letter("home/mail/test_mail", language_of(user), context)
    letters.post(user.email, letter)

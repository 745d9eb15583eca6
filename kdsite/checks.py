"""What ``check --deploy`` says of this site beside what Django says."""

import os
import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.checks import Error, Tags, Warning, register

CONSOLE = "django.core.mail.backends.console.EmailBackend"
EXAMPLE = re.compile(r"\bexample\.fi\b")
FILES = "django.core.mail.backends.filebased.EmailBackend"


@register(Tags.files, deploy=True)
def folders_can_be_written(app_configs, **kwargs):
    """The media, what stands beside them, the mail where it goes to a folder, and what the web
    server keeps: what was taken down is removed from it."""
    folders = {"MEDIA_ROOT": settings.MEDIA_ROOT}
    if settings.WEB_SERVER_CACHE:
        folders["WEB_SERVER_CACHE"] = settings.WEB_SERVER_CACHE
    if settings.EMAIL_DELIVERY_BACKEND == FILES:
        folders["EMAIL_URL"] = settings.EMAIL_FILE_PATH
    return [
        Error(f"Nothing can be written to {folder}: see {name}.", id="kdsite.E001")
        for name, folder in folders.items()
        if not _can_be_written(Path(folder))
    ]


@register(Tags.staticfiles, deploy=True)
def files_of_pages_are_collected(app_configs, **kwargs):
    """Without them every page is an error."""
    if getattr(staticfiles_storage, "hashed_files", True):
        return []
    text = "Styles and scripts are missing: run manage.py collectstatic."
    return [Error(text, id="kdsite.E002")]


@register(Tags.security, deploy=True)
def mail_reaches_people(app_configs, **kwargs):
    """The log is read by those who run the machine; links that log people in are not for them."""
    if settings.EMAIL_DELIVERY_BACKEND != CONSOLE:
        return []
    return [Warning("EMAIL_URL writes all mail to the log.", id="kdsite.W001")]


@register(Tags.security, deploy=True)
def names_are_its_own(app_configs, **kwargs):
    if names := still_examples():
        text = (
            f"{names} still says example.fi, as the example does: put your own there."
        )
        return [Warning(text, id="kdsite.W002")]
    return []


def still_examples():
    """What of the environment still names the domain of ``deploy/env.example``; empty where nothing does."""
    said = {
        "ALLOWED_HOSTS": " ".join(settings.ALLOWED_HOSTS),
        "ADMIN_BASE_URL": settings.WAGTAILADMIN_BASE_URL,
        "MAIL_FROM": settings.DEFAULT_FROM_EMAIL,
        "EMAIL_URL": settings.EMAIL_HOST or "",
    }
    return ", ".join(name for name, text in said.items() if EXAMPLE.search(text))


def _can_be_written(folder):
    """Whether ``folder`` is there and takes files, or can be made where it is to be."""
    for each in (folder, *folder.parents):
        if each.exists():
            return each.is_dir() and os.access(each, os.W_OK | os.X_OK)
    return False

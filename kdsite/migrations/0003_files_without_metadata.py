"""Pictures that were uploaded before lose what their cameras wrote into them, in every size."""

import logging
import os

from django.db import migrations

from kdsite.picture_files import Unreadable, without_metadata

logger = logging.getLogger(__name__)
# Sizes in other formats never had it.
SIZES = (".jpg", ".jpeg", ".png")


def clean(apps, schema_editor):
    for row in apps.get_model("kdsite", "SiteImage").objects.iterator():
        clean_file(row.file)
    for row in apps.get_model("kdsite", "SiteRendition").objects.iterator():
        if row.file.name.endswith(SIZES):
            clean_file(row.file)


def clean_file(file):
    """The file keeps its name: it is in the addresses of pages that are kept. What is missing or
    broken stays as it is, and is logged."""
    path = file.storage.path(file.name)
    try:
        with open(path, "rb") as stored:
            cleaned = without_metadata(stored).read()
    except (FileNotFoundError, Unreadable):
        logger.exception("%s keeps its metadata", path)
        return
    beside = f"{path}.new"
    with open(beside, "wb") as new:
        new.write(cleaned)
    os.replace(beside, path)


class Migration(migrations.Migration):
    dependencies = [("kdsite", "0002_consent")]

    operations = [migrations.RunPython(clean, migrations.RunPython.noop)]

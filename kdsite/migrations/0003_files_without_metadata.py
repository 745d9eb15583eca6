"""Pictures that were uploaded before lose what their cameras wrote into them, in every size."""

from django.core.files.base import File
from django.db import migrations

from kdsite.picture_files import without_metadata


def clean(apps, schema_editor):
    for name in ("SiteImage", "SiteRendition"):
        for row in apps.get_model("kdsite", name).objects.iterator():
            if row.file.storage.exists(row.file.name):
                clean_file(row.file.storage, row.file.name)


def clean_file(storage, name):
    """The file keeps its name: it is in the addresses of pages that are kept."""
    with storage.open(name) as stored:
        cleaned = without_metadata(stored)
        if cleaned is stored:
            return
    storage.delete(name)
    storage.save(name, File(cleaned))


class Migration(migrations.Migration):
    dependencies = [("kdsite", "0002_consent")]

    operations = [migrations.RunPython(clean, migrations.RunPython.noop)]

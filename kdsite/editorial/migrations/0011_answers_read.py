"""Which answers to private links no editor has read. Those that are there were told by mail long since."""

from django.db import migrations, models
from django.db.models import F


def all_are_read(apps, schema_editor):
    apps.get_model("editorial", "DraftAnswer").objects.update(read_at=F("created_at"))


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0010_glossary"),
    ]

    operations = [
        migrations.AddField(
            model_name="draftanswer",
            name="read_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.RunPython(all_are_read, migrations.RunPython.noop, elidable=True),
    ]

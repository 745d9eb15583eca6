from django.db import migrations

from kdsite.accounts.login import factor_secrets


def encrypt(apps, schema_editor):
    """They stood there as they are."""
    for row in apps.get_model("mfa", "Authenticator").objects.all():
        row.data |= {
            name: factor_secrets.encrypt(text)
            for name, text in row.data.items()
            if name in factor_secrets.NAMES
        }
        row.save(update_fields=["data"])


def decrypt(apps, schema_editor):
    for row in apps.get_model("mfa", "Authenticator").objects.all():
        row.data |= {
            name: factor_secrets.decrypt(text)
            for name, text in row.data.items()
            if name in factor_secrets.NAMES
        }
        row.save(update_fields=["data"])


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_session_era"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]

    operations = [migrations.RunPython(encrypt, decrypt)]

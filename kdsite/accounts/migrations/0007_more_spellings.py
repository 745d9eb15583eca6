from django.db import migrations

from kdsite.editorial.mailboxes import mailbox_of


def compare_anew(apps, schema_editor):
    """More spellings are one mailbox now; where two accounts have it, the older row keeps it."""
    AccountAddress = apps.get_model("accounts", "AccountAddress")
    for row in AccountAddress.objects.order_by("since", "pk"):
        mailbox = mailbox_of(row.mailbox)
        if not AccountAddress.objects.filter(mailbox=mailbox).exists():
            row.mailbox = mailbox
            row.save(update_fields=["mailbox"])


class Migration(migrations.Migration):
    dependencies = [("accounts", "0006_factor_secrets")]
    operations = [migrations.RunPython(compare_anew, migrations.RunPython.noop)]

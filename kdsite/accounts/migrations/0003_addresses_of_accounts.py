from django.db import migrations

from kdsite.editorial.mailboxes import mailbox_of


def remember(apps, schema_editor):
    """The address of each account there is; where two share a mailbox, the older one has it."""
    User = apps.get_model("accounts", "User")
    AccountAddress = apps.get_model("accounts", "AccountAddress")
    for user in User.objects.order_by("pk"):
        AccountAddress.objects.get_or_create(
            mailbox=mailbox_of(user.email), defaults={"user": user}
        )


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_people")]
    operations = [migrations.RunPython(remember, migrations.RunPython.noop)]

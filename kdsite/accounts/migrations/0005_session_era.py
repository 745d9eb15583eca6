from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_staff_invitations"),
    ]

    operations = [
        migrations.AddField(
            model_name="user",
            name="session_era",
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
    ]

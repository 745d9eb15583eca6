import community.models.questions
import django.db.models.deletion
import modelcluster.fields
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("kdsite", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AuthorIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "list of authors",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="QuestionIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "list of questions",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="QuestionPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "month",
                    models.DateField(
                        help_text="Any day of the month; the first is kept.",
                        verbose_name="month",
                    ),
                ),
                (
                    "question",
                    models.CharField(
                        help_text="At most 300 characters.",
                        max_length=300,
                        verbose_name="question",
                    ),
                ),
                (
                    "background",
                    wagtail.fields.RichTextField(blank=True, verbose_name="background"),
                ),
                (
                    "facebook_url",
                    models.URLField(
                        blank=True,
                        validators=[community.models.questions.validate_facebook],
                        verbose_name="discussion on Facebook",
                    ),
                ),
                (
                    "is_open",
                    models.BooleanField(
                        default=True, verbose_name="the discussion is open"
                    ),
                ),
            ],
            options={
                "verbose_name": "question of the month",
                "verbose_name_plural": "questions of the month",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="ThemeIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "list of themes",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="ThemePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "description",
                    models.TextField(
                        blank=True, max_length=600, verbose_name="description"
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(
                        default=100, verbose_name="place in the order"
                    ),
                ),
            ],
            options={
                "verbose_name": "theme",
                "verbose_name_plural": "themes",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="AuthorPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "given_name",
                    models.CharField(max_length=100, verbose_name="given name"),
                ),
                (
                    "family_name",
                    models.CharField(max_length=100, verbose_name="family name"),
                ),
                (
                    "job_title",
                    models.CharField(
                        blank=True,
                        help_text="Your task or position, for example “councillor”.",
                        max_length=150,
                        verbose_name="title",
                    ),
                ),
                (
                    "organisation",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="organisation"
                    ),
                ),
                (
                    "sector",
                    models.CharField(
                        choices=[
                            ("municipality", "Municipality"),
                            ("state", "State administration"),
                            ("civil_society", "Civil society"),
                            ("company", "Company"),
                            ("other", "Other"),
                        ],
                        default="other",
                        max_length=20,
                        verbose_name="sector",
                    ),
                ),
                (
                    "biography",
                    models.TextField(
                        blank=True,
                        help_text="Who you are and what you work with, in a few sentences.",
                        max_length=1200,
                        verbose_name="biography",
                    ),
                ),
                (
                    "is_former",
                    models.BooleanField(
                        default=False, verbose_name="no longer in this position"
                    ),
                ),
                (
                    "sort_name",
                    models.CharField(db_index=True, editable=False, max_length=600),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="kdsite.siteimage",
                        verbose_name="photo",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        help_text="The account with which this person logs in, if there is one.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="author_pages",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
            ],
            options={
                "verbose_name": "author",
                "verbose_name_plural": "authors",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="AuthorLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(blank=True, editable=False, null=True),
                ),
                ("label", models.CharField(max_length=100, verbose_name="text")),
                ("url", models.URLField(verbose_name="address")),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="community.authorpage",
                    ),
                ),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
    ]

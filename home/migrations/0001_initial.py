import django.db.models.deletion
import kdsite.pages.routing
import modelcluster.fields
import uuid
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="StandardPage",
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
                    "lead",
                    models.TextField(blank=True, max_length=300, verbose_name="lead"),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("heading", 2),
                            ("paragraph", 3),
                            ("image", 6),
                            ("quote", 9),
                            ("list", 10),
                            ("table", 11),
                            ("embed", 14),
                            ("file", 17),
                        ],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Text", "max_length": 200},
                            ),
                            1: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("h2", "Heading"),
                                        ("h3", "Heading under a heading"),
                                    ],
                                    "label": "Level",
                                },
                            ),
                            2: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 0), ("level", 1)]],
                                {},
                            ),
                            3: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "description": "Ordinary text, with bold, italics and links.",
                                    "features": ["bold", "italic", "link"],
                                    "icon": "pilcrow",
                                    "label": "Paragraph",
                                    "preview_value": "<p>Kunta on asukkaidensa yhteisö.</p>",
                                    "template": "blocks/paragraph.html",
                                },
                            ),
                            4: (
                                "wagtail.images.blocks.ImageBlock",
                                [],
                                {"label": "Image"},
                            ),
                            5: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "label": "Caption",
                                    "max_length": 300,
                                    "required": False,
                                },
                            ),
                            6: (
                                "wagtail.blocks.StructBlock",
                                [[("image", 4), ("caption", 5)]],
                                {},
                            ),
                            7: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Quotation", "max_length": 1000},
                            ),
                            8: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "label": "Who said it",
                                    "max_length": 200,
                                    "required": False,
                                },
                            ),
                            9: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 7), ("source", 8)]],
                                {},
                            ),
                            10: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "description": "Short points, one under the other.",
                                    "features": ["ul", "ol", "bold", "italic", "link"],
                                    "icon": "list-ul",
                                    "label": "List",
                                    "preview_value": "<ul><li>Kysy.</li><li>Kuuntele.</li></ul>",
                                    "template": "blocks/paragraph.html",
                                },
                            ),
                            11: ("kdsite.blocks.story.TableBlock", (), {}),
                            12: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "What it is, for example “Video: the council's open day, 3 min”.",
                                    "label": "Title",
                                    "max_length": 200,
                                },
                            ),
                            13: ("wagtail.blocks.URLBlock", (), {"label": "Address"}),
                            14: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 12), ("url", 13)]],
                                {},
                            ),
                            15: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {"label": "File"},
                            ),
                            16: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Link text", "max_length": 200},
                            ),
                            17: (
                                "wagtail.blocks.StructBlock",
                                [[("document", 15), ("title", 16)]],
                                {},
                            ),
                        },
                        verbose_name="text",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "No special role"),
                            ("about", "About the blog"),
                            ("join", "Join the network"),
                            ("privacy", "Privacy notice"),
                            ("accessibility", "Accessibility statement"),
                        ],
                        editable=False,
                        max_length=20,
                    ),
                ),
            ],
            options={
                "verbose_name": "plain page",
                "verbose_name_plural": "plain pages",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="HomePage",
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
                    "heading",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="heading"
                    ),
                ),
                (
                    "welcome",
                    models.TextField(
                        blank=True, max_length=400, verbose_name="welcome"
                    ),
                ),
                (
                    "network",
                    models.TextField(
                        blank=True, max_length=1000, verbose_name="what the network is"
                    ),
                ),
                (
                    "member_count",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="number of members"
                    ),
                ),
                (
                    "member_count_date",
                    models.DateField(blank=True, null=True, verbose_name="counted on"),
                ),
                (
                    "call_to_join",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="call to join"
                    ),
                ),
                (
                    "contact",
                    models.EmailField(
                        blank=True,
                        help_text="Readers without Facebook answer the question by e-mail to it.",
                        max_length=254,
                        verbose_name="the coordinator's address",
                    ),
                ),
            ],
            options={
                "verbose_name": "front page",
            },
            bases=(
                kdsite.pages.routing.FindsPagesBelow,
                "wagtailcore.page",
                models.Model,
            ),
        ),
        migrations.CreateModel(
            name="SearchedText",
            fields=[
                (
                    "page",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("texts", models.JSONField()),
            ],
        ),
        migrations.CreateModel(
            name="AccessibilityStatementPage",
            fields=[
                (
                    "standardpage_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="home.standardpage",
                    ),
                ),
                (
                    "service_name",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="name of the service"
                    ),
                ),
                (
                    "responsible",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        verbose_name="who is responsible for the service",
                    ),
                ),
                (
                    "scope",
                    models.TextField(
                        blank=True,
                        max_length=500,
                        verbose_name="what the statement does not cover",
                    ),
                ),
                (
                    "conformance",
                    models.CharField(
                        blank=True,
                        choices=[
                            (
                                "full",
                                "The service meets the criteria of WCAG 2.1, levels A and AA, that the law requires.",
                            ),
                            (
                                "partial",
                                "The service meets in part the criteria of WCAG 2.1, levels A and AA, that the law requires.",
                            ),
                            (
                                "none",
                                "The service does not meet the criteria of WCAG 2.1, levels A and AA, that the law requires.",
                            ),
                            (
                                "not_assessed",
                                "How accessible the service is has not been assessed yet.",
                            ),
                        ],
                        max_length=20,
                        verbose_name="how accessible the service is",
                    ),
                ),
                (
                    "assessed_on",
                    models.DateField(blank=True, null=True, verbose_name="assessed on"),
                ),
                (
                    "assessment_method",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("own", "We have assessed the service ourselves."),
                            (
                                "external",
                                "Somebody from outside has assessed the service.",
                            ),
                            (
                                "both",
                                "We ourselves and somebody from outside have assessed the service.",
                            ),
                        ],
                        max_length=20,
                        verbose_name="assessed by",
                    ),
                ),
                (
                    "assessment",
                    models.TextField(
                        blank=True,
                        help_text="Which pages, with which programs and devices.",
                        max_length=1000,
                        verbose_name="how it was assessed",
                    ),
                ),
                (
                    "made_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="statement made on"
                    ),
                ),
                (
                    "reviewed_on",
                    models.DateField(
                        blank=True,
                        help_text="At least once a year; the editors are reminded in time.",
                        null=True,
                        verbose_name="last reviewed on",
                    ),
                ),
                (
                    "feedback_email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="e-mail for feedback"
                    ),
                ),
                (
                    "feedback_other",
                    models.CharField(
                        blank=True,
                        help_text="For example a phone number or a postal address.",
                        max_length=200,
                        verbose_name="another way to give feedback",
                    ),
                ),
                (
                    "feedback_unit",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="who answers feedback"
                    ),
                ),
            ],
            options={
                "verbose_name": "accessibility statement",
                "verbose_name_plural": "accessibility statements",
            },
            bases=("home.standardpage",),
        ),
        migrations.CreateModel(
            name="SearchTerm",
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
                ("term", models.CharField(max_length=100)),
                ("weight", models.FloatField()),
                ("forms", models.TextField()),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("term", "page"), name="one_term_a_page"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AccessibilityGap",
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
                    "translation_key",
                    models.UUIDField(default=uuid.uuid4, editable=False),
                ),
                (
                    "sort_order",
                    models.IntegerField(blank=True, editable=False, null=True),
                ),
                ("title", models.CharField(max_length=120, verbose_name="heading")),
                (
                    "criterion",
                    models.CharField(
                        help_text="With its number in WCAG, for example “1.1.1 Non-text content”.",
                        max_length=200,
                        verbose_name="criterion",
                    ),
                ),
                (
                    "problem",
                    models.TextField(
                        max_length=1000, verbose_name="what does not work, and for whom"
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("not_corrected", "It has not been corrected yet."),
                            (
                                "burden",
                                "To correct it would be a disproportionate burden.",
                            ),
                            ("outside", "The law does not apply to this content."),
                        ],
                        max_length=20,
                        verbose_name="reason",
                    ),
                ),
                (
                    "explanation",
                    models.TextField(
                        blank=True,
                        help_text="A burden that is called disproportionate must be explained.",
                        max_length=1000,
                        verbose_name="more about the reason",
                    ),
                ),
                (
                    "alternative",
                    models.TextField(
                        help_text="How readers get the same content or service meanwhile.",
                        max_length=1000,
                        verbose_name="what to do instead",
                    ),
                ),
                (
                    "mended_by",
                    models.DateField(
                        blank=True, null=True, verbose_name="to be corrected by"
                    ),
                ),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="gaps",
                        to="home.accessibilitystatementpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "gap in accessibility",
                "ordering": ["sort_order"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
            },
        ),
    ]

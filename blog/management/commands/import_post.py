import json

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from blog.importing import ImportRefused, read_file, recognise
from blog.models import BlogIndexPage
from blog.uploading.drafts import make_draft


class Command(BaseCommand):
    """A file becomes a draft post; prints what was recognised and what was left out."""

    help = "Makes a draft post from a .docx, .odt, .txt, .md or .html file. Never publishes."

    def add_arguments(self, parser):
        parser.add_argument("file")
        parser.add_argument("--language", choices=["fi", "sv"], default="fi")
        parser.add_argument("--owner", metavar="USERNAME")
        parser.add_argument("--dry-run", action="store_true")
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, *args, file, language, owner, dry_run, **options):
        owner = self._owner(owner)
        if not BlogIndexPage.objects.filter(locale__language_code=language).exists():
            raise CommandError(_("The site has no blog yet: run create_site first."))
        try:
            recognised = recognise(read_file(file), language)
        except ImportRefused as refused:
            raise CommandError(refused.message) from refused
        page = None if dry_run else make_draft(recognised, language, owner)
        report = _report(page, recognised)
        if options["format"] == "json":
            self.stdout.write(json.dumps(report, ensure_ascii=False, indent=2))
        else:
            self._print(report, page, recognised.date)

    def _owner(self, name):
        if not name:
            return None
        model = get_user_model()
        try:
            owner = model.objects.get_by_natural_key(name)
        except model.DoesNotExist:
            owner = None
        if owner is None or not owner.is_active:
            raise CommandError(
                _("There is no account called “%(name)s”.") % {"name": name}
            )
        return owner

    def _print(self, report, page, date):
        def line(label, value):
            self.stdout.write(f"{label}: {value or '–'}")

        line(_("Title"), report["title"])
        line(_("Lead"), report["lead"])
        for author in report["authors"]:
            parts = (author["name"], author["title"], author["organisation"])
            line(_("Author"), ", ".join(part for part in parts if part))
        line(_("Date"), date and date_format(date, "SHORT_DATE_FORMAT"))
        for heading in report["headings"]:
            line(_("Heading"), heading)
        line(_("Question"), report["question"])
        for item in report["left_out"]:
            self.stdout.write(
                _("Left out: “%(text)s” – %(why)s")
                % {"text": item["text"], "why": item["why"]}
            )
        for item in report["decide"]:
            self.stdout.write(_("To decide: %(question)s") % {"question": item})
        if page is None:
            self.stdout.write(_("A dry run: nothing was saved."))
        else:
            self.stdout.write(
                _("Draft: %(address)s") % {"address": f"/admin/pages/{page.pk}/edit/"}
            )


def _report(page, recognised):
    """The contract's JSON object."""
    return {
        "page": page.pk if page else None,
        "title": recognised.title,
        "lead": recognised.lead,
        "authors": [
            {
                "name": byline.name,
                "title": byline.title,
                "organisation": byline.organisation,
            }
            for byline in recognised.authors
        ],
        "date": recognised.date.isoformat() if recognised.date else None,
        "headings": recognised.headings,
        "question": recognised.question,
        "left_out": [
            {"text": item.text, "why": item.why} for item in recognised.left_out
        ],
        "decide": recognised.decide,
    }

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from kdsite.editorial import site_copy
from kdsite.editorial.models import Message, Slot


class Command(BaseCommand):
    """Says that a copy of the site is the site from now on: it publishes and sends again."""

    help = "Says that this copy of the site is the site from now on."

    def add_arguments(self, parser):
        parser.add_argument(
            "--drop-mail",
            action="store_true",
            help="Do not send the mail that waited when the copy was made: the site that it was "
            "copied from may have sent it.",
        )

    def handle(self, *args, drop_mail, **options):
        if not site_copy.is_copy():
            self.stdout.write(_("This is no copy: nothing was changed."))
            return
        if drop_mail:
            # Before the scheduler may send it.
            Message.objects.waiting().update(next_try=None, content={})
        try:
            site_copy.release()
        except OSError as error:
            raise CommandError(
                _("The file beside MEDIA_ROOT cannot be written: %(why)s.")
                % {"why": error}
            ) from error
        mails = Message.objects.waiting().count()
        slots = Slot.objects.due().holding_approved().count()
        self.stdout.write(
            _(
                "This is the site now. Mails that go out: %(mails)s. Slots that are due: %(slots)s."
            )
            % {"mails": mails, "slots": slots}
        )

import os
from email.utils import parseaddr
from getpass import getpass

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from home.create_site.groups import EDITORS
from home.create_site.make_site import make_site
from home.set_up import checklist, people
from home.set_up.test_mail import send_test_mail
from kdsite.accounts.models import User
from kdsite.checks import still_examples
from kdsite.editorial.models import Message
from kdsite.editorial.notifications.mail_queue import send_due

FROM_ENVIRONMENT = "DJANGO_SUPERUSER_PASSWORD"


class Command(BaseCommand):
    """Makes a site and its first accounts, sends a test mail, and says what is left. Safe to run
    again: accounts that are there are left alone."""

    help = "Asks for what a new site needs, makes it, and says what is left."

    def add_arguments(self, parser):
        person = "“Given Family <address>”"
        parser.add_argument(
            "--superuser", help=f"{person}: makes repairs, writes nothing"
        )
        parser.add_argument(
            "--editor", action="append", default=[], help=f"{person}; two of them"
        )
        parser.add_argument("--language", choices=["fi", "sv"], default="fi")
        parser.add_argument(
            "--no-input",
            action="store_true",
            help=f"asks nothing; the superuser's password is in {FROM_ENVIRONMENT}",
        )

    def handle(self, *args, **options):
        try:
            self.set_up(options)
        except EOFError as error:
            raise CommandError(
                _("There is nobody to ask: give the people as options, see --help.")
            ) from error

    def set_up(self, options):
        self.language = options["language"]
        self.asks = not options["no_input"]
        self.say(
            _("The site is %(address)s, and its mails come from %(sender)s.")
            % {
                "address": settings.WAGTAILADMIN_BASE_URL,
                "sender": settings.DEFAULT_FROM_EMAIL,
            }
        )
        if names := still_examples():
            text = _(
                "%(names)s still says example.fi, as the example does: put your own there."
            )
            self.say(text % {"names": names})
        make_site()
        # All that is typed is looked at before anything is made of it.
        superuser, is_new = self.superuser(options["superuser"])
        editors = self.editors(options["editor"])
        if is_new:
            people.make_superuser(superuser, self.password(), self.language)
            self.say(
                _("Whoever makes repairs sets up a second factor at the first log-in.")
            )
        for editor in filter(None, editors):
            people.invite_editor(editor, superuser, self.language)
            self.say(_("An invitation goes to %(to)s.") % {"to": editor.email})
        self.mail(superuser)
        self.left()

    def say(self, text):
        self.stdout.write(text)

    def superuser(self, text):
        """The account that makes repairs, and whether it is new: the first that is there is kept."""
        found = User.objects.filter(is_superuser=True, is_active=True).order_by("pk")
        if found.exists():
            return found.first(), False
        person = self.person(
            text, _("Who makes repairs? Write it as: Maija Malli <maija@example.fi>: ")
        )
        if person is None:
            raise CommandError(
                _("This account makes no repairs: give another address.")
            )
        return person, True

    def editors(self, texts):
        """Those to be invited, unsaved; ``None`` in the place of one who has an account."""
        if texts:
            return [self.person(text) for text in texts]
        if not self.asks or Group.objects.get(name=EDITORS).user_set.exists():
            return []
        question = _("Editor %(number)d of 2, written in the same way: ")
        return [self.person(None, question % {"number": number}) for number in (1, 2)]

    def person(self, text, question=""):
        """The new account of ``text``; ``None`` where the address is an account's already.

        Without a text somebody is asked ``question``, until the answer can be one.

        :raises CommandError: ``text`` cannot be one.
        """

        def read(text):
            if User.objects.by_mailbox(parseaddr(text)[1]):
                said = _("%(text)s has an account, which stays as it is.")
                self.say(said % {"text": text})
                return None
            return people.read(text)

        return self.read(text, lambda: input(question), read)

    def password(self):
        """:raises CommandError: there is none, or it is too easy to guess."""

        def read(text):
            validate_password(text)
            return text

        question = _("A password for whoever makes repairs, at least 10 characters: ")
        text = os.environ.get(FROM_ENVIRONMENT)
        return self.read(text, lambda: getpass(question), read)

    def read(self, text, ask, read):
        """What ``read`` makes of ``text``, or of what somebody answers: they are asked until it
        can be read, and told each time what is wrong."""
        while True:
            try:
                return read(text or (ask() if self.asks else ""))
            except ValidationError as error:
                said = " ".join(error.messages)
                if text or not self.asks:
                    raise CommandError(said) from error
                self.stderr.write(said)

    def mail(self, user):
        send_test_mail(user)
        send_due()
        sent = Message.objects.filter(recipient=user.email).latest("pk")
        if sent.sent_at:
            self.say(_("A test mail was sent to %(to)s.") % {"to": user.email})
        else:
            # Where the server is away, the first that waits has its words.
            tried = Message.objects.waiting().exclude(problem="").order_by("pk").first()
            problem = tried.problem if tried else _("another process sends it.")
            text = _("The test mail did not leave: %(problem)s")
            self.stderr.write(text % {"problem": problem})

    def left(self):
        """What is not done yet, as the page in the admin lists it."""
        found = [point for point in checklist.points() if not point.is_done]
        if not found:
            self.say(_("All is done."))
            return
        self.say(_("What is left:"))
        for point in found:
            self.say(f"- {point.todo}")

"""The mails about private links: the link itself, that it was sent, and what was answered."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template import Context
from django.template.loader import get_template
from django.urls import reverse
from django.utils.translation import override
from wagtail.users.models import UserProfile

from kdsite.editorial import rule
from kdsite.editorial.permissions import runs_the_site


def send_link(link, path):
    """The link, in the language that the editor chose. The only place where it is written."""
    _write(link.address, link.language, "draft_link", link, path)


def tell_of_link(link):
    """The deciding group knows to which address an author's link went."""
    _tell(link, "draft_link_sent", without=link.created_by)


def tell_of_answer(answer):
    """Whoever sent the link, and the group that decides on the page."""
    sender = answer.link.created_by
    to = [sender] if runs_the_site(sender) else []
    _tell(answer.link, "draft_answer", answer=answer, to=to)


def _tell(link, template, to=(), without=None, **context):
    page = link.page.specific
    task = rule.deciding_task(page)
    people = {*to, *(rule.members(task) if task else [])}
    path = reverse("editorial:links", args=[page.pk])
    if page.workflow_in_progress:
        path = reverse("editorial:review", args=[page.pk])
    for person in sorted(people, key=lambda person: person.pk):
        if person.is_active and person.email and person not in (without, link.user):
            language = UserProfile.get_for_user(person).get_preferred_language()
            _write(person.email, language, template, link, path, **context)


def _write(address, language, template, link, path, **context):
    """Part of the transaction that it tells about; the mail waits in the database."""
    sender = link.created_by
    context |= {
        "link": link,
        "title": link.page.specific.get_latest_revision_as_object().title,
        "sender": sender.get_full_name() or sender.get_username(),
        "sender_address": sender.email,
        "url": f"{settings.WAGTAILADMIN_BASE_URL}{path}",
    }
    with override(language):
        subject, text = (
            # Plain text: nothing is escaped.
            get_template(f"editorial/mail/{template}{part}.txt")
            .template.render(Context(context, autoescape=False))
            .strip()
            for part in ("_subject", "")
        )
    EmailMessage(" ".join(subject.split()), f"{text}\n", to=[address]).send()

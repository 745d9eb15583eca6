"""The record of what changes who may do what, and where the site's addresses lead.

It stands in the history of the front page, which editors see and nobody can edit, because a log
entry of Wagtail's about an account or a redirect is shown to superusers only.
"""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter, log
from wagtail.models import BaseViewRestriction, PageLogEntry, Site

from kdsite.editorial.history import rights_in_words
from kdsite.editorial.policy.hosts import A_WEEK

SENTENCES = {
    "joined": gettext_lazy("%(account)s now belongs to: %(groups)s."),
    "left": gettext_lazy("%(account)s no longer belongs to: %(groups)s."),
    "administrator": gettext_lazy("%(account)s is now an administrator."),
    "no_administrator": gettext_lazy("%(account)s is no longer an administrator."),
    "closed": gettext_lazy("The account %(account)s was closed."),
    "opened": gettext_lazy("The account %(account)s was opened again."),
    "address": gettext_lazy(
        "The address of %(account)s was changed from %(old)s to %(new)s."
    ),
    "name": gettext_lazy(
        "The name of the account %(address)s was changed from %(old)s to %(new)s."
    ),
    "site": gettext_lazy("The site's address and front page are now: %(site)s."),
    "no_site": gettext_lazy("A site was removed: %(site)s."),
    "redirect": gettext_lazy("The old address %(old)s now leads to %(target)s."),
    "no_redirect": gettext_lazy("The old address %(old)s leads nowhere any more."),
    "rights": gettext_lazy(
        "What the group %(group)s may do has changed. New: %(new)s. No longer: %(gone)s."
    ),
    "hidden": gettext_lazy("Not all readers see “%(page)s” now. Who does: %(who)s."),
    "shown": gettext_lazy("All readers see “%(page)s” again."),
    "deciders": gettext_lazy("“%(task)s” is now decided on by: %(groups)s."),
}


def in_words(change, facts):
    """What has changed, as a sentence in the active language.

    :param change: a key of :data:`SENTENCES`.
    """
    if change == "rights":
        said = {name: rights_in_words.in_words(facts[name]) for name in ("new", "gone")}
        facts = facts | said
    if change == "hidden":
        who = dict(BaseViewRestriction.RESTRICTION_CHOICES)[facts["kind"]]
        facts = facts | {"who": f"{who}: {facts['groups']}" if facts["groups"] else who}
    if change == "deciders":
        facts = facts | {"groups": facts["groups"] or _("nobody")}
    return str(SENTENCES[change]) % facts


def record(change, facts, by):
    """Write it into the history of the front page; where there is no site yet, nothing is."""
    site = Site.objects.filter(is_default_site=True).first()
    if site:
        log(
            instance=site.root_page.specific,
            action="editorial.site_change",
            user=by,
            data={"change": change, "facts": facts},
        )


def were_editors():
    """The ids of those who decided on originals until another group was given that, within a week: they
    still hear what is done by whoever gave it."""
    lately = PageLogEntry.objects.filter(
        action="editorial.site_change", timestamp__gt=timezone.now() - A_WEEK
    )
    return {
        pk
        for entry in lately
        if entry.data.get("change") == "deciders"
        for pk in entry.data["facts"].get("before", ())
    }


def register_log_actions(actions):
    """Wagtail's hook of this name."""

    @actions.register_action("editorial.site_change")
    class SiteChangeFormatter(LogFormatter):
        label = gettext_lazy("Accounts and addresses")

        def format_message(self, entry):
            if entry.data.get("change") in SENTENCES:
                return in_words(entry.data["change"], entry.data["facts"])
            return _("Accounts and addresses")

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from home.create_site import make_site
from kdsite.editorial.policy.staffing import short_groups


class Command(BaseCommand):
    """Makes both language trees, the groups and the reviews, and says what is missing."""

    help = "Makes the site's pages in both languages, its groups and reviews. Safe to run again."

    def handle(self, *args, **options):
        waiting = make_site.make_site()
        self.stdout.write(_("The site is in place in Finnish and in Swedish."))
        for title in waiting:
            self.stderr.write(
                _(
                    "“%(title)s” stays a draft: the site has accounts already, "
                    "so two people must publish it."
                )
                % {"title": title}
            )
        for name, count in short_groups():
            self.stderr.write(
                _("The group “%(name)s” has %(count)d members; publishing takes two.")
                % {"name": name, "count": count}
            )

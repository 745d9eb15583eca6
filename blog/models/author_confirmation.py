"""What a named author's answer to a private link means for a post."""

from django.db import models

from blog.models.consent import Consent, statement
from community.models import AuthorPage
from kdsite.editorial.policy.named_authors import NamedAuthor


class ConfirmedByAuthors(models.Model):
    """A post that names its authors, whose consent is kept."""

    class Meta:
        abstract = True

    def named_authors(self):
        """The authors who have a profile, in the order of the post."""
        bylines = [byline for byline in self.bylines.all() if byline.author_id]
        accounts = dict(
            AuthorPage.objects.filter(
                pk__in=[byline.author_id for byline in bylines]
            ).values_list("pk", "user_id")
        )
        return [
            NamedAuthor(byline.author_id, byline.name, accounts[byline.author_id])
            for byline in bylines
            if byline.author_id in accounts and byline.name
        ]

    def named_author_ids(self):
        ids = [byline.author_id for byline in self.bylines.all() if byline.author_id]
        return set(
            AuthorPage.objects.filter(pk__in=ids, user__isnull=False).values_list(
                "user_id", flat=True
            )
        )

    def consent_text(self):
        return statement()

    def record_consent(self, revision, author, user, text, language):
        """Record the consent once for each person: a second answer adds nothing."""
        if not self.consents.filter(user=user, name=author.name).exists():
            Consent.give(self, revision, user, author.name, text, language)

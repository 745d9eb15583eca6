"""The authors of a post: whose profiles go out with it, and what their word means for it."""

from django.db import models

from blog.models.consent import Consent, statement
from community.models import AuthorPage
from kdsite.editorial.policy.named_authors import NamedAuthor


class ConfirmedByAuthorsMixin(models.Model):
    """A post that names its authors, with whom it goes out and whose consent is kept."""

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

    def named_author_ids(self, content=None):
        profiles = AuthorPage.objects.filter(pk__in=self._profile_ids(content))
        return set(
            profiles.filter(user__isnull=False).values_list("user_id", flat=True)
        )

    @classmethod
    def author_ids_of(cls, contents):
        named = {pk: cls.companion_ids(content) for pk, content in contents.items()}
        profiles = AuthorPage.objects.filter(
            pk__in={each for ids in named.values() for each in ids}
        )
        accounts = dict(
            profiles.filter(user__isnull=False).values_list("pk", "user_id")
        )
        return {
            pk: {accounts[each] for each in ids if each in accounts}
            for pk, ids in named.items()
        }

    def companions(self, content=None):
        """The profiles of its authors that readers have never seen."""
        profiles = AuthorPage.objects.filter(pk__in=self._profile_ids(content))
        return AuthorPage.objects.filter(
            translation_key__in=profiles.values("translation_key"),
            locale_id=self.locale_id,
            first_published_at=None,
        )

    def _profile_ids(self, content):
        if content is not None:
            return self.companion_ids(content)
        ids = [byline.author_id for byline in self.bylines.all()]
        return [pk for pk in ids if pk]

    @classmethod
    def companion_ids(cls, content):
        """Its authors' profiles."""
        ids = [row["author"] for row in content.get("bylines", [])]
        return [pk for pk in ids if pk]

    def consent_text(self):
        return statement()

    def record_consent(self, revision, author, user, text, language):
        """Record the consent once for each person: a second answer adds nothing."""
        if not self.consents.filter(user=user, name=author.name).exists():
            Consent.give(self, revision, user, author.name, text, language)

"""What readers were shown of a post: when its words last changed, how long they take to read, and who
translated them."""

from django.contrib.auth import get_user_model
from django.db import models
from django.utils import timezone
from wagtail.admin.utils import get_user_display_name
from wagtail_localize.models import StringTranslation

from blog.models.post import BlogPage
from kdsite.editorial.page_kinds import is_translation
from kdsite.editorial.texts.fingerprints import fingerprint, strings_of
from kdsite.metadata.descriptions import reading_minutes


class PublishedWords(models.Model):
    """Kept beside the post, so that its page, its feed and the sitemap say the same."""

    page = models.OneToOneField(
        BlogPage, on_delete=models.CASCADE, related_name="published_words"
    )
    fingerprint = models.CharField(max_length=64)
    # Empty while the words are the first ones.
    changed_at = models.DateTimeField(null=True)
    # How long they take to read; 0: not known, or nothing to read.
    minutes = models.PositiveSmallIntegerField(default=0)
    # Their names, as they were then; empty for what is no translation.
    translated_by = models.TextField(blank=True)

    def __str__(self):
        return str(self.page)


def keep_words(sender, revisions, **kwargs):
    """Of each post that a release makes public; another picture or author is no change of words."""
    for post in BlogPage.objects.filter(pk__in=[r.object_id for r in revisions]):
        _keep(post)


def _keep(post):
    name = fingerprint(strings_of(post))
    row = PublishedWords.objects.filter(page=post).first()
    is_new = row is None
    row = row or PublishedWords(page=post)
    if row.fingerprint not in ("", name) or is_new and _was_public_before(post):
        row.changed_at = timezone.now()
    row.fingerprint = name
    row.minutes = reading_minutes(post.body)
    row.translated_by = ", ".join(_translators(post)) if is_translation(post) else ""
    row.save()


def _was_public_before(post):
    """Of what became public before its words were kept."""
    return post.first_published_at != post.last_published_at


def _translators(post):
    """Who wrote the words that are there now, in the order of their accounts."""
    strings = StringTranslation.objects.filter(
        locale_id=post.locale_id, context__object_id=post.translation_key
    )
    people = get_user_model().objects.filter(
        pk__in=strings.values("last_translated_by")
    )
    return [get_user_display_name(person) for person in people.order_by("pk")]

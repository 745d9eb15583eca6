"""What a person saw of a page when they last had it on the review screen."""

from django.utils import timezone

from kdsite.editorial.models import Look


def remember(user, pages):
    """``user`` has the newest versions of ``pages`` on the screen now."""
    for page in pages:
        revision = page.get_latest_revision()
        Look.objects.update_or_create(
            user=user,
            revision=revision,
            defaults={
                "page_id": page.pk,
                "saved_at": revision.created_at,
                "at": timezone.now(),
            },
        )


def before_this(user, page):
    """The :class:`Look` of ``user`` at an older version of ``page`` than its newest; the last one
    that can still be read, or ``None``."""
    looks = Look.objects.intact().filter(user=user, page_id=page.pk)
    return (
        looks.exclude(revision=page.latest_revision_id)
        .select_related("revision")
        .order_by("at")
        .last()
    )

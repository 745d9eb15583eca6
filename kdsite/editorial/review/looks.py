"""What a person saw of a page when they last had it on the review screen."""

from django.utils import timezone

from kdsite.editorial.models import Look


def remember(user, pages):
    """``user`` has the newest versions of ``pages`` on the screen now."""
    for page in pages:
        revision = page.get_latest_revision()
        now = {"saved_at": revision.created_at, "at": timezone.now()}
        look, is_new = Look.objects.get_or_create(
            user=user, revision=revision, defaults={"page_id": page.pk} | now
        )
        if not is_new and look.saved_at != revision.created_at:
            Look.objects.filter(pk=look.pk).update(**now)


def before_this(user, page, started_at):
    """The last :class:`Look` of ``user`` at ``page`` before what they look at now, of which the version
    can still be read; or ``None``.

    :param started_at: when the review began. The newest version counts if they saw it before that:
        it was sent again as it was.
    """
    looks = Look.objects.intact().filter(user=user, page_id=page.pk)
    looks = looks.exclude(revision=page.latest_revision_id, at__gte=started_at)
    return looks.select_related("revision").order_by("at").last()

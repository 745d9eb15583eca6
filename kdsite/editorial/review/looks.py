"""What a person saw of a page when they last had it on the review screen."""

from django.utils import timezone

from kdsite.editorial.models import Look


def looks_of(user, pages):
    """Every :class:`Look` of ``user`` at ``pages``, the oldest first, as a list."""
    ids = [page.pk for page in pages]
    looks = Look.objects.filter(user=user, page_id__in=ids).select_related("revision")
    return list(looks.order_by("at"))


def remember(user, pages, looks):
    """``user`` has the newest versions of ``pages`` on the screen now.

    :param looks: :func:`looks_of` both.
    """
    known, new = {look.revision_id: look for look in looks}, []
    for page in pages:
        revision, look = page.get_latest_revision(), known.get(page.latest_revision_id)
        now = {"saved_at": revision.created_at, "at": timezone.now()}
        if look is None:
            new.append(Look(user=user, page_id=page.pk, revision=revision, **now))
        elif look.saved_at != revision.created_at:
            Look.objects.filter(pk=look.pk).update(**now)
    if new:
        Look.objects.bulk_create(new, ignore_conflicts=True)


def before_this(looks, page, started_at):
    """The last of ``looks`` at ``page`` before what is looked at now, of which the version can still be
    read: autosave writes over a revision in place. ``None``: there is none.

    :param started_at: when the review began. The newest version counts if they saw it before that:
        it was sent again as it was.
    """
    found = [
        look
        for look in looks
        if look.page_id == page.pk and look.saved_at == look.revision.created_at
        if look.revision_id != page.latest_revision_id or look.at < started_at
    ]
    return found[-1] if found else None

"""Approved texts that will not go out, because the account of their last writer was closed since."""

from kdsite.editorial.exceptions import NotApproved
from kdsite.editorial.models import Waiting
from kdsite.editorial.publishing import guard


def waiting_versions(pages):
    """The :class:`Waiting` rows of ``pages`` and of their other language, with who wrote them."""
    keys = [page.translation_key for page in pages]
    rows = Waiting.objects.filter(page__translation_key__in=keys).order_by("page_id")
    return list(rows.select_related("revision__user", "page"))


def why_not(row):
    """What the door will say of the version of ``row`` because its last writer's account is closed;
    empty where nothing of that kind keeps it in. Costs no query while the account is open."""
    writer = row.revision.user
    if writer is None or writer.is_active:
        return ""
    try:
        guard.check_backed(row.revision)
    except NotApproved as refusal:
        return str(refusal)
    return ""


def sentences(rows):
    """:func:`why_not` of each of ``rows`` that there is one of; the same is said once."""
    return list(dict.fromkeys(filter(None, map(why_not, rows))))

"""Which answer of an author was the newest on somebody's screen: a mark beside the manifests that the
form carries (:mod:`.manifest`)."""

from django.utils.translation import gettext as _

from kdsite.editorial.exceptions import Conflict

BEGINS = "answer:"


def with_answers(manifest, words):
    """``manifest`` with the mark of the newest answer among ``words``, where there is one."""
    return " ".join(filter(None, [manifest, _mark(words)]))


def without_answers(shown):
    """The manifests alone of ``shown``, as a form brought it back."""
    return " ".join(each for each in shown.split() if not each.startswith(BEGINS))


def check_answers(words, shown):
    """Whoever lifts an author's “no” has seen the newest answer. Called under the page's lock.

    :param words: all that was said of the page, the newest first.
    :param shown: as a form brought it back; without a mark nobody's answer was on the screen.
    :raises Conflict: an author has answered since.
    """
    mark = _mark(words)
    if mark and mark not in (shown or "").split():
        name = _newest(words).name
        raise Conflict(_("%(name)s has answered meanwhile: read it.") % {"name": name})


def _mark(words):
    newest = _newest(words)
    return f"{BEGINS}{newest.pk}" if newest else ""


def _newest(words):
    return next((word for word in words if word.is_authors), None)

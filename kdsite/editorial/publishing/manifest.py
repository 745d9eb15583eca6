"""What exactly somebody was shown, or stands behind: versions, and the files in them.

The manifest of a page is one short text: its revision, when that was saved, and a digest of its
files with their words and focal points. Of a page with what goes out with it, it is one of each.

A form that makes the version which it sends cannot name that one; it names the files that it showed.
"""

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _

from kdsite.editorial.exceptions import Conflict
from kdsite.editorial.models.words import version_of
from kdsite.editorial.publishing import protected_files

# The manifest of a page that nobody has saved yet.
NOTHING = "-"


def manifest_of(*revisions):
    """The manifest of these versions as they are now, for a form to carry and a word to name."""
    return " ".join(map(_manifest, revisions)) or NOTHING


def _manifest(revision):
    # Of the page only what the revision holds: Wagtail's as_object() asks for what stands around it.
    model = ContentType.objects.get_for_id(revision.content_type_id).model_class()
    version = model.from_serializable_data(revision.content, check_fks=False)
    return f"{version_of(revision)}#{protected_files.digest_of(version)}"


def is_exactly(shown, *revisions):
    """Is ``shown``, as a form brought it back, the manifest of these versions and no others?"""
    return sorted(shown.split()) == sorted(manifest_of(*revisions).split())


def files_of(version):
    """The files in ``version`` as they are now, for the form in which it is changed to carry."""
    digests = protected_files.digests_of(version).items()
    return " ".join(f"{file}={digest}" for file, digest in digests)


def check_files(version, seen):
    """Whoever stands behind ``version`` has seen its files: a form showed them (``seen``, from
    :func:`files_of`), or they have chosen them in it since.

    :raises Conflict: somebody has changed a file after it was shown.
    """
    shown = dict(each.split("=", 1) for each in seen.split() if "=" in each)
    for file, digest in protected_files.digests_of(version).items():
        if shown.get(file, digest) != digest:
            raise Conflict(
                _(
                    "A picture or a file in the text has been changed since you opened it. "
                    "Look at it as it is now, then press again."
                )
            )

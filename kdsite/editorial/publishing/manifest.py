"""What exactly somebody was shown, or stands behind: versions, and the files in them.

The manifest of a page is one short text: its revision, when that was saved, and a digest of its
files with their words and focal points. Of a page with what goes out with it, it is one of each.
"""

from django.contrib.contenttypes.models import ContentType

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

"""What exactly somebody was shown, or stands behind: versions, and the files in them.

The manifest of a page is one short text: its revision, when that was saved, and a digest of its
files with their words and focal points. Of a page with what goes out with it, it is one of each.

A form that makes the version which it sends cannot name that one; it names the files that it showed.
"""

import json
import re

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext as _
from wagtail.blocks import (
    BaseStreamBlock,
    BaseStructBlock,
    ListBlock,
    RichTextBlock,
)
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model
from wagtail.models import COMMENTS_RELATION_NAME
from wagtail.utils.file import hash_filelike

from kdsite.editorial.exceptions import Conflict, NotApproved
from kdsite.editorial.models.words import version_of
from kdsite.editorial.publishing import protected_files

# The manifest of a page that nobody has saved yet.
NOTHING = "-"
# What Wagtail writes on a public row while somebody works on a draft of it.
# None of these is shown to readers.
BOOKKEEPING = frozenset(
    {
        "latest_revision",
        "latest_revision_created_at",
        "draft_title",
        "has_unpublished_changes",
        "locked",
        "locked_by",
        "locked_at",
        "numchild",
    }
)
# What a version holds beside words: comments, and what the row of the page says of itself.
NO_WORDS = BOOKKEEPING | {COMMENTS_RELATION_NAME}
# What the editor calls a paragraph: it is new whenever a text without these is opened in a form. Only in a
# tag: the same letters in a text are words.
BLOCK_KEY = re.compile(r'(<[^<>]*?) data-block-key="[^"]*"')
# Rows of a page have their place by it, from the first form on; before that, by their order alone.
ROW_NUMBER = "sort_order"


def manifest_of(*revisions):
    """The manifest of these versions as they are now, for a form to carry and a word to name."""
    return " ".join(map(_manifest, revisions)) or NOTHING


def _manifest(revision):
    digest = protected_files.digest_of(_version(revision))
    return f"{version_of(revision)}#{digest}"


def _version(revision):
    """Of the page only what the revision holds: Wagtail's as_object() asks for what stands around it."""
    model = ContentType.objects.get_for_id(revision.content_type_id).model_class()
    return model.from_serializable_data(revision.content, check_fks=False)


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


def check_stored(revision):
    """What is shown of a file is what lies where it is stored, and a digest knows only what somebody
    has uploaded. A file that cannot be read stops nothing: readers get the words without it.

    :raises NotApproved: another file has been put in the place of one in this version, or nobody can
        tell.
    """
    version = _version(revision)
    for model in (get_image_model(), get_document_model()):
        ids = protected_files.ids_shown_by(version, model)
        files = model.objects.filter(pk__in=ids).exclude(file_hash="") if ids else ()
        for file in files:
            stored = _stored_digest(file)
            if stored and stored != file.file_hash:
                raise NotApproved(
                    _(
                        "“%(file)s” is another file by now than the one that was approved: "
                        "somebody has put it there outside the site. Bring the right one, and "
                        "send the text for review."
                    )
                    % {"file": file.title}
                )


def _stored_digest(file):
    """Of what lies there by now; ``None`` where nothing does.

    :raises NotApproved: the storage is another machine's, and does not say.
    """
    try:
        with file.file.storage.open(file.file.name) as stored:
            return hash_filelike(stored)
    except ConnectionError as error:
        raise NotApproved(
            _(
                "Nobody knows whether “%(file)s” is what was approved: where files are kept does "
                "not answer just now. Nothing was published; try again in a while."
            )
            % {"file": file.title}
        ) from error
    except OSError:
        return None


def words_of(revision):
    """All of a version that readers get, to be compared with that of another: no comments, and no
    bookkeeping; a form, an importer and code write the same words alike."""
    model = ContentType.objects.get_for_id(revision.content_type_id).model_class()
    fields = {field.name: field for field in model._meta.fields}
    words = {}
    for name, value in revision.content.items():
        if name in NO_WORDS:
            continue
        field = fields.get(name)
        if isinstance(value, list):
            value = _rows(value)
        elif isinstance(field, StreamField):
            value = _without_keys(field.stream_block, json.loads(value))
        elif isinstance(field, RichTextField):
            value = BLOCK_KEY.sub(r"\1", value)
        words[name] = value
    return json.dumps(words, cls=DjangoJSONEncoder, sort_keys=True)


def _without_keys(block, value):
    """The stored ``value`` of ``block`` without what the editor calls its paragraphs."""
    if isinstance(block, RichTextBlock):
        return BLOCK_KEY.sub(r"\1", value)
    if isinstance(block, BaseStructBlock):
        kinds = block.child_blocks
        return {
            name: _without_keys(kinds[name], each) if name in kinds else each
            for name, each in value.items()
        }
    if isinstance(block, (BaseStreamBlock, ListBlock)):
        return [
            row | {"value": _without_keys(_kind_of(row, block), row["value"])}
            for row in value
        ]
    return value


def _kind_of(row, block):
    if isinstance(block, ListBlock):
        return block.child_block
    return block.child_blocks.get(row["type"])


def _rows(rows):
    """In their places, without the numbers of these."""
    placed = sorted(rows, key=lambda row: row.get(ROW_NUMBER) or 0)
    return [{n: v for n, v in row.items() if n != ROW_NUMBER} for row in placed]

"""From a recognised text to a draft post. Nothing here publishes."""

import io
from contextlib import contextmanager
from functools import partial

from django.core.files.base import File
from django.core.files.images import ImageFile
from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image
from wagtail.images import get_image_model

from blog.importing import LeftOut
from blog.models import BlogIndexPage, BlogPage, BlogPageAuthor
from blog.untitled import title_in
from blog.uploading.editor_conversion import as_the_editor_keeps_it
from blog.uploading.empty_drafts import is_empty
from community.models import AuthorPage, QuestionPage
from community.new_author import add_author
from kdsite.blocks.surface import in_one_block
from kdsite.editorial.exceptions import Conflict
from kdsite.editorial.publishing import guard
from kdsite.editorial.publishing.choices import may_choose
from kdsite.editorial.slugs import available_slug
from kdsite.images.metadata import BROKEN, without_metadata

MAX_PIXELS = 30_000_000
MAX_QUESTION = 300


@transaction.atomic
def make_draft(recognised, language, owner=None, into=None):
    """A draft :class:`BlogPage` in ``language`` with everything that ``recognised`` holds.

    :param into: an empty draft of ``owner`` that is filled instead of making a new one; its
        place in the calendar, its author and its themes stay.

    Authors that exist are found again, others become draft profiles; a question that a
    :class:`QuestionPage` asks in the same words becomes a link to it. What could not be taken
    is added to ``recognised.left_out`` and ``recognised.decide``.

    :raises BlogIndexPage.DoesNotExist: the site has no blog in that language.
    :raises Conflict: somebody has written into the draft meanwhile.
    """
    if into:
        return _fill_draft(into, recognised, owner)
    blog = BlogIndexPage.objects.get(locale__language_code=language)
    post = BlogPage(
        title=recognised.title or title_in(language),
        lead=recognised.lead,
        date=recognised.date,
        owner=owner,
        live=False,
        locale=blog.locale,
    )
    with _files_only_if_saved() as kept:
        pictures = _pictures(recognised, owner, kept)
        _fill(post, recognised, pictures, owner)
        blog.add_child(instance=post)
        post.save_revision(user=owner, log_action=True, clean=False)
    return post


def _fill_draft(into, recognised, owner):
    page = guard.lock_page(into.pk).specific
    if not is_empty(page):
        raise Conflict(
            _("The draft is not empty any more: choose where the text goes.")
        )
    post = page.get_latest_revision_as_object()
    post.title = recognised.title or post.title
    post.lead, post.date = recognised.lead, recognised.date
    post.slug = available_slug(post, post.title)
    with _files_only_if_saved() as kept:
        pictures = _pictures(recognised, owner, kept)
        before = list(post.bylines.all())
        _fill(post, recognised, pictures, owner)
        named = {byline.author_id for byline in post.bylines.all()}
        post.bylines = [
            *(byline for byline in before if byline.author_id not in named),
            *post.bylines.all(),
        ]
        # The tree and the lists show the row.
        page.slug, page.title, page.draft_title = post.slug, post.title, post.title
        page.save(update_fields=["slug", "title", "draft_title"])
        post.save_revision(user=owner, log_action=True, clean=False)
    return post


@contextmanager
def _files_only_if_saved():
    """Files are not in the transaction: where it fails they go, too."""
    pictures = []
    try:
        yield pictures
    except BaseException:
        for picture in pictures:
            picture.file.delete(save=False)
        raise


def _fill(post, recognised, pictures, owner):
    locale = post.locale
    post.body = story(recognised.blocks, pictures, recognised.left_out)
    post.bylines = [
        BlogPageAuthor(
            author=find_author(byline, locale, recognised, owner)
            or make_author(byline, locale, owner),
            job_title=byline.title or "",
            organisation=byline.organisation or "",
        )
        for byline in recognised.authors
    ]
    if recognised.question:
        post.question, post.own_question = None, ""
        _ask(post, recognised)


def story(blocks, pictures, left_out):
    """The importer's blocks as values of :class:`kdsite.blocks.story.StoryBlock`, as few as they need,
    and as the editor keeps them: what it cannot keep is added to ``left_out``.

    ``pictures`` are the site's images, or ``None`` where one could not be kept.
    """
    values = []
    for block in blocks:
        kind, value = block["type"], block["value"]
        if kind == "image":
            picture = pictures[value["index"]]
            if picture is None:
                continue
            value = {"image": picture, "caption": value["caption"]}
        elif kind == "table":
            value = value | {"first_col_is_header": False, "table_caption": ""}
        values.append((kind, value))
    return as_the_editor_keeps_it(in_one_block(values), left_out)


def tell_losses(recognised):
    """Add to ``recognised.left_out`` what the editor will not keep of its text."""
    story(recognised.blocks, [None] * len(recognised.images), recognised.left_out)


def is_usable(found):
    """Can the picture be kept: is it whole, and not too large?"""
    file = File(io.BytesIO(found.data), name=found.name)
    try:
        with Image.open(file) as image:
            if image.width * image.height > MAX_PIXELS:
                return False
        without_metadata(file)
    except BROKEN:
        return False
    return True


def unusable(found):
    """What is said of a picture that is not :func:`is_usable`."""
    return LeftOut(found.name, _("The picture is broken or too large."))


def _pictures(recognised, owner, kept):
    """The site's images of all that the text brings, each in ``kept`` as soon as it is stored."""
    pictures = []
    for found in recognised.images:
        picture = _picture(found, owner, recognised)
        pictures.append(picture)
        if picture:
            kept.append(picture)
    return pictures


def _picture(found, owner, recognised):
    if not (found.usable and is_usable(found)):
        recognised.left_out.append(unusable(found))
        return None
    picture = get_image_model().objects.create(
        title=found.alt[:255] or found.name,
        description=found.alt[:255],
        file=ImageFile(io.BytesIO(found.data), name=found.name),
        uploaded_by_user=owner,
    )
    picture.decorative = found.decorative
    picture.contextual_alt_text = "" if found.decorative else picture.description
    return picture


def find_author(byline, locale, recognised, user):
    """The profile of that name, rather in ``locale``; ``None`` where there is none that ``user`` could
    choose in the editor, which would refuse it."""
    same = AuthorPage.objects.filter(
        given_name__iexact=byline.given_name, family_name__iexact=byline.family_name
    )
    people = {}
    for profile in filter(partial(may_choose, user), same.order_by("pk")):
        if profile.locale_id == locale.pk or profile.translation_key not in people:
            people[profile.translation_key] = profile
    if len(people) > 1:
        recognised.decide.append(
            _("Several authors are called %(name)s: is it the right one?")
            % {"name": byline.name}
        )
    return next(iter(people.values()), None)


def make_author(byline, locale, owner=None):
    """A draft profile with what the byline says."""
    return add_author(
        locale,
        owner,
        byline.given_name,
        byline.family_name,
        byline.title or "",
        byline.organisation or "",
    )


def _ask(post, recognised):
    question = recognised.question
    wanted = _words(question)
    for page in QuestionPage.objects.filter(locale=post.locale).order_by("-month"):
        if _words(page.question) == wanted:
            post.question = page
            return
    post.own_question, rest = question[:MAX_QUESTION], question[MAX_QUESTION:]
    if rest:
        recognised.left_out.append(
            LeftOut(rest, _("It is the end of the question, which was too long."))
        )


def _words(text):
    return " ".join(text.replace("\u00ad", "").casefold().split())

"""What readers or machines get of a page and the page does not show, and what of it has changed."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kdsite.editorial.publishing.facts import shown
from kdsite.editorial.publishing.pieces import pictures_of

# What is said with a picture, in the order in which it is listed; as the image's model has it.
CREDITS = ("photographer", "licence")


@dataclass
class Word:
    """One of these texts. ``key`` names its place, the same in every version; ``of`` is the thing
    that it belongs to, such as a picture; ``note`` says what stands in for it where it is empty.

    ``mark`` changes where the text stays and what it stands for does not: another file.
    """

    key: str
    label: str
    text: str
    of: str = ""
    note: str = ""
    mark: str = ""


@dataclass
class Row:
    """One of these texts, and what it was before; ``before`` is ``None`` where it has not changed,
    or there was no version before."""

    word: Word
    before: Word | None = None


def words_of(page):
    """What every page of Wagtail has of these, its pictures and its facts."""
    yield Word(
        "seo_title",
        _("Title for search engines"),
        page.seo_title,
        note=_("The title of the page is used."),
    )
    yield Word(
        "search_description",
        _("Description for search engines"),
        page.search_description,
        note=_("The beginning of the page is used."),
    )
    yield Word("slug", _("End of the address"), page.slug)
    for picture in pictures_of(page):
        yield from words_of_picture(picture)
    for name in page.fact_fields:
        label = str(page._meta.get_field(name).verbose_name)
        yield Word(f"fact.{name}", label, shown(getattr(page, name)), of=_("Facts"))


def words_of_picture(picture):
    """Which file it is, what is read aloud in its place, and by whose right it is shown."""
    image, path = picture.image, picture.path
    label = picture.label[:1].upper() + picture.label[1:]
    mark = f"{image.pk} {image.file_hash}"
    yield Word(f"{path}.file", _("File"), image.title, of=label, mark=mark)
    alt = image.default_alt_text if picture.alt is None else picture.alt
    note = _("Decoration: nothing is read aloud.") if picture.is_decoration else ""
    alt = "" if picture.is_decoration else alt
    yield Word(f"{path}.alt", _("Alternative text"), alt, of=label, note=note)
    for name in CREDITS:
        if hasattr(image, name):
            title = str(image._meta.get_field(name).verbose_name).capitalize()
            yield Word(f"{path}.{name}", title, getattr(image, name), of=label)


def compare(now, before=None):
    """A :class:`Row` for each :class:`Word` of ``now``, and for each that is gone.

    :param before: the words of an older version; ``None``: there is none.
    """
    old = {word.key: word for word in before or ()}
    rows = []
    for word in now:
        was = old.pop(word.key, None)
        if was is None and before is not None:
            was = Word(word.key, word.label, "", word.of)
        changed = was and (was.text, was.mark) != (word.text, word.mark)
        rows.append(Row(word, was if changed else None))
    gone = [Row(Word(was.key, was.label, "", was.of), was) for was in old.values()]
    return rows + [row for row in gone if row.before.text]

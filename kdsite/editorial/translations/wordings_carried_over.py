"""What was written for an original that has changed: it stays with its words where they stand elsewhere
now, and is kept beside the words in their place where they are others."""

from wagtail_localize.models import StringSegment, StringTranslation

from kdsite.editorial.models import EarlierWording
from kdsite.editorial.texts.string_changes import How, changed_strings


def strings_now(source):
    """The strings that translators see of ``source`` now, in order, to be compared with later ones."""
    strings = StringSegment.objects.filter(source=source).order_by("order", "pk")
    return list(strings.select_related("string", "context"))


def carry_over(source, locale, before, user):
    """What the translation into ``locale`` said for strings that have changed since ``before``
    (:func:`strings_now`), sent or not, is an earlier wording of the strings that they have become.

    :param user: who has brought the translation up to date.
    """
    now = strings_now(source)
    pairs = _pairs(before, now)
    if not pairs:
        return
    written = _written(source, locale)
    stay = {_place(each) for each in now}
    for old, new in pairs:
        place = {"context_id": new.context_id, "string_id": new.string_id}
        kept = EarlierWording.objects.filter(locale=locale)
        if _place(old) not in stay:
            kept.filter(context=old.context_id, string=old.string_id).update(**place)
        row, there = written.get(_place(old)), written.get(_place(new))
        if row is None or (there and there.data == row.data):
            continue
        if not kept.filter(data=row.data, **place).exists():
            EarlierWording.objects.create(
                locale=locale,
                data=row.data,
                written_by_id=row.last_translated_by_id,
                written_at=row.updated_at,
                replaced_by=user,
                **place,
            )


def keep(source, locale, before):
    """The translation of a string that reads as it did ``before`` (:func:`strings_now`) stays, by whoever
    wrote it, where the string stands in another block now: it was moved, or its text parted or
    joined. wagtail-localize finds a translation by its string and its block."""
    now = strings_now(source)
    stay = {_place(each) for each in now}
    written = _written(source, locale)
    gone = {
        old.string_id: written[_place(old)]
        for old in before
        if _place(old) not in stay and _place(old) in written
    }
    for new in now:
        row = gone.get(new.string_id)
        if row is None or _place(new) in written:
            continue
        # A row of its own: the version that readers see may be made from the other again.
        written[_place(new)] = StringTranslation.objects.create(
            translation_of_id=new.string_id,
            context_id=new.context_id,
            locale=locale,
            data=row.data,
            translation_type=row.translation_type,
            tool_name=row.tool_name,
            last_translated_by_id=row.last_translated_by_id,
            has_error=row.has_error,
            field_error=row.field_error,
        )


def name_the_old(found, translation):
    """Give each of ``found`` (earlier wordings) ``was_for``: what the original said when it was
    written, where that was something else; or ``None``."""
    rows = StringTranslation.objects.filter(
        updated_at__in=[each.written_at for each in found],
        locale=translation.target_locale,
        context__object_id=translation.source.object_id,
    ).select_related("translation_of")
    old = {(row.updated_at, row.data): row.translation_of for row in rows}
    for each in found:
        string = old.get((each.written_at, each.data))
        is_other = each.string_id and string and string.pk != each.string_id
        each.was_for = string.data if is_other else None


def _written(source, locale):
    """What is written into ``locale`` for any string that ``source`` had, by its place."""
    rows = StringTranslation.objects.filter(
        locale=locale, context__object_id=source.object_id
    )
    return {(row.context_id, row.translation_of_id): row for row in rows}


def _pairs(before, now):
    """Each string of ``before`` that reads otherwise ``now``, or stands in another block, with the one
    that it has become."""
    new = {(each.context.path, each.string.data): each for each in now}
    texts = [[(e.context.path, e.string.data) for e in each] for each in (before, now)]
    # In the place of what a string's translation says: which string it is.
    which = [(path, number) for number, (path, _text) in enumerate(texts[0])]
    changes = changed_strings(*texts, which)
    found = [
        (before[change.present], new[change.path, change.now])
        for change in changes
        if change.how in (How.CHANGED, How.MOVED) and change.present != ""
    ]
    return [(old, there) for old, there in found if _place(old) != _place(there)]


def _place(segment):
    return segment.context_id, segment.string_id

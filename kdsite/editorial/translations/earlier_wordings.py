"""What a translation said before: kept whenever a string is written otherwise, and fetched back; and
its strings, where its page is deleted, for one that is begun anew.
"""

from django.db import transaction
from django.db.models import Q
from django.db.models.signals import post_delete, pre_delete, pre_save
from django.utils.translation import gettext as _
from wagtail.log_actions import get_active_log_context
from wagtail.models import get_translatable_models
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
    cleanup_translation_on_delete,
)

from kdsite.editorial.exceptions import Conflict
from kdsite.editorial.locks import is_locked_for
from kdsite.editorial.models import EarlierWording
from kdsite.editorial.publishing import guard
from kdsite.editorial.translations import overridden
from kdsite.editorial.translations.overtaken import refuse_if_overtaken, token_of
from kdsite.editorial.translations.wordings_carried_over import name_the_old


def of(translation):
    """The earlier wordings of ``translation``, newest first, each with what is there ``now`` (a
    ``StringTranslation`` or ``SegmentOverride``, or ``None``) and the ``token`` of that; and with
    what it ``was_for`` (:func:`.name_the_old`)."""
    found = list(
        EarlierWording.objects.filter(
            _of_source(translation.source), locale=translation.target_locale
        ).select_related("string", "context", "written_by", "replaced_by")
    )
    there = {
        (row.translation_of_id, row.context_id): row
        for row in StringTranslation.objects.filter(
            locale=translation.target_locale,
            context__in=[each.context_id for each in found],
        ).select_related("last_translated_by")
    } | {
        (None, row.context_id): row
        for row in SegmentOverride.objects.filter(
            locale=translation.target_locale,
            context__in=[each.context_id for each in found],
        ).select_related("last_translated_by")
    }
    for each in found:
        each.now = there.get((each.string_id, each.context_id))
        each.token = token_of(each.now)
    if found:
        name_the_old(found, translation)
    return found


def _of_source(source):
    """A condition: of the words and values that the original has now."""
    strings = StringSegment.objects.filter(source=source)
    values = OverridableSegment.objects.filter(source=source)
    return Q(
        string__in=strings.values("string"), context__in=strings.values("context")
    ) | Q(string=None, context__in=values.values("context"))


@transaction.atomic
def take_back(translation, earlier, user, seen):
    """Let ``earlier`` be what the translation says again; what it says now is kept, too.

    :param seen: the token of what ``user`` saw in its place.
    :raises Conflict: the translation is in review and ``user`` may not correct it, or somebody
        else has written since.
    :raises Refusal: ``user`` may not choose what it showed, or its link leads nowhere.
    """
    page = guard.lock_page(translation.get_target_instance().pk).specific
    if is_locked_for(page, user):
        raise Conflict(_("The translation is in review and cannot be changed now."))
    place = {"locale_id": earlier.locale_id, "context_id": earlier.context_id}
    model, words = SegmentOverride, {"data_json": earlier.data}
    if earlier.string_id:
        place["translation_of_id"] = earlier.string_id
        model = StringTranslation
        words = {
            "data": earlier.data,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "tool_name": "",
        }
    refuse_if_overtaken(model.objects.filter(**place).first(), seen, user)
    words |= {"last_translated_by": user, "has_error": False, "field_error": ""}
    before = overridden.shown(translation)
    model.objects.update_or_create(**place, defaults=words)
    overridden.check(translation, before, user)


def words_of(row):
    """What is kept of a string's translation or an override."""
    return row.data if isinstance(row, StringTranslation) else row.data_json


def _keep(sender, before, replaced_by):
    EarlierWording.objects.create(
        locale_id=before.locale_id,
        context_id=before.context_id,
        string_id=getattr(before, "translation_of_id", None),
        data=words_of(before),
        written_by_id=before.last_translated_by_id,
        written_at=before.updated_at,
        replaced_by_id=replaced_by,
    )


def _changes(sender, instance, raw=False, update_fields=None, **kwargs):
    column = "data" if sender is StringTranslation else "data_json"
    if raw or instance.pk is None or (update_fields and column not in update_fields):
        return
    before = sender.objects.filter(pk=instance.pk).first()
    if before and before.context_id and words_of(before) != words_of(instance):
        _keep(sender, before, instance.last_translated_by_id)


def _goes(sender, instance, origin=None, **kwargs):
    # Not where the page goes, or the account: then nobody has taken these words away.
    is_asked_for = origin is instance or getattr(origin, "model", None) is sender
    if is_asked_for and instance.context_id:
        who = get_active_log_context().user
        _keep(sender, instance, who and who.pk)


def _page_goes(sender, instance, **kwargs):
    """In the place of wagtail-localize's own, which deletes the strings with their translation."""
    record = Translation.objects.filter(
        source__object_id=instance.translation_key,
        target_locale_id=instance.locale_id,
    ).first()
    if record is None:
        cleanup_translation_on_delete(instance)
        return
    # What was chosen may be deleted until the translation is begun anew; it is kept as what was.
    SegmentOverride.objects.filter(
        context__object_id=instance.translation_key, locale=instance.locale_id
    ).delete()
    record.delete()


def connect():
    """Keep what is replaced, whichever way; called once, when the apps are ready."""
    for model in get_translatable_models():
        name = f"kdsite.earlier_wordings.{model.__name__}"
        post_delete.connect(_page_goes, sender=model, dispatch_uid=name)
    for model in (StringTranslation, SegmentOverride):
        name = f"kdsite.earlier_wordings.{model.__name__}"
        pre_save.connect(_changes, sender=model, dispatch_uid=name)
        pre_delete.connect(_goes, sender=model, dispatch_uid=name)

"""What a translation shows in the place of what its original does: it exists, its writer may choose
it, and its links lead somewhere."""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.models import Page

from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.publishing.choices import may_show
from kdsite.editorial.publishing.link_schemes import is_whole
from kdsite.editorial.publishing.protected_files import shown_by
from kdsite.editorial.publishing.targets import links_of

MODELS = {"page": Page, "document": get_document_model()}


def made_now(translation):
    """The translation as it can be made now, not saved.

    :raises Refusal: something that it shows does not exist.
    """
    try:
        return translation.source.get_ephemeral_translated_instance(
            translation.target_locale, fallback=True
        )
    except (ObjectDoesNotExist, TypeError, ValueError) as error:
        raise Refusal(_("This is not there. Choose again.")) from error


def shown(translation):
    """Everything that it and its original show or lead to, to be compared with what it does later."""
    found = set()
    for version in (translation.source.as_instance(), made_now(translation)):
        found |= _targets(version)
    return found


def check(translation, before, user):
    """Look at what ``translation`` shows now and did not ``before`` (:func:`shown`).

    :raises Refusal: it does not exist, ``user`` may not choose it, or a link leads nowhere.
    """
    version = made_now(translation)
    for kind, target in _targets(version) - before:
        if kind == "url":
            if not is_whole(target):
                raise Refusal(_("Give an address that begins with https://."))
            continue
        thing = kind.objects.filter(pk=target).first()
        if thing is None:
            raise Refusal(_("This is not there. Choose again."))
        if not may_show(user, thing):
            raise Refusal(_("Choose another one."))
    _check_blocks(version, before)


def _targets(version):
    """``("url", address)``, or ``(model, id)`` of pages and files."""
    found = {
        (ContentType.objects.get_for_id(type_id).model_class(), str(pk))
        for type_id, pk in shown_by(version)
    }
    for link in links_of(version):
        kind, target = link.target
        found.add((MODELS[kind], str(target)) if kind in MODELS else (kind, target))
    return found


def _check_blocks(version, before):
    """A block with an address says itself which ones it takes."""
    for field in version._meta.concrete_fields:
        if not isinstance(field, StreamField):
            continue
        for child in getattr(version, field.name):
            inner = getattr(child.block, "child_blocks", {})
            addresses = {
                ("url", str(child.value[name]))
                for name, block in inner.items()
                if isinstance(block, blocks.URLBlock)
            }
            if addresses <= before:
                continue
            try:
                child.block.clean(child.value)
            except ValidationError as error:
                raise Refusal(
                    _("Give an address that begins with https://.")
                ) from error

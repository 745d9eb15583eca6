"""Pictures and documents: what a submitted or published text uses, only editors change.

Stock Wagtail lets whoever uploaded a file replace or delete it after the page that shows it
was approved (measured on Wagtail 8.0.1).
"""

import hashlib
from functools import reduce
from operator import or_

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.db.models.signals import post_save, pre_save
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex, Revision, WorkflowState
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permissions import policy_registry, register_permission_policy

from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.models import FileReliedOn, Waiting
from kdsite.editorial.policy.permissions import runs_the_site, translates


def rely_on(version, is_public=False):
    """Remember which files ``version`` shows: it is being reviewed, or goes public.

    :param version: a page as one of its revisions has it.
    """
    shown = [
        {"content_type_id": content_type_id, "object_id": object_id}
        for content_type_id, object_id in shown_by(version)
    ]
    if not shown:
        return
    files = FileReliedOn.objects
    files.bulk_create([FileReliedOn(**file) for file in shown], ignore_conflicts=True)
    if is_public:
        these = reduce(or_, (Q(**file) for file in shown))
        files.filter(these, is_public=False).update(is_public=True)


def shown_by(version):
    """``(content type id, object id)`` of the pictures and documents in ``version``."""
    wanted = {
        ContentType.objects.get_for_model(model).pk
        for model in (get_image_model(), get_document_model())
    }
    references = ReferenceIndex._extract_references_from_object(version)
    return {
        (content_type_id, object_id)
        for content_type_id, object_id, _path, _content_path in references
        if content_type_id in wanted
    }


def references_of(version):
    """All that ``version`` shows or leads to, as pairs of a model and an id in letters; of a page
    the model is :class:`~wagtail.models.Page`."""
    references = ReferenceIndex._extract_references_from_object(version)
    return {
        (ContentType.objects.get_for_id(content_type_id).model_class(), str(object_id))
        for content_type_id, object_id, _path, _content_path in references
    }


def ids_shown_by(version, model):
    """The ids of the files of ``model`` in ``version``."""
    wanted = ContentType.objects.get_for_model(model).pk
    return [
        pk for content_type_id, pk in shown_by(version) if content_type_id == wanted
    ]


def digest_of(version):
    """Changes with everything that readers see of the files in ``version``: each file by its hash,
    its words and its focal point. Empty where there are none."""
    shown = [row for _model, row in _as_readers_see(version)]
    return _digest(shown) if shown else ""


def digests_of(version):
    """As :func:`digest_of`, of each file on its own: by what it is, such as ``image.3``."""
    return {
        f"{model._meta.model_name}.{row[0]}": _digest(row)
        for model, row in _as_readers_see(version)
    }


def _as_readers_see(version):
    """``(model, row)`` of each file in ``version``: its id, and everything that readers see of it."""
    for model in (get_image_model(), get_document_model()):
        fields = {field.name for field in model._meta.get_fields()}
        names = [name for name in (*SHOWN, "file_hash") if name in fields]
        files = model.objects.filter(pk__in=ids_shown_by(version, model))
        for row in files.order_by("pk").values_list("pk", *names):
            yield model, row


def _digest(shown):
    return hashlib.sha256(repr(shown).encode()).hexdigest()[:16]


def is_relied_on(file):
    """Does a revision that was ever submitted or published show ``file``?"""
    return FileReliedOn.objects.filter(
        content_type=ContentType.objects.get_for_model(file), object_id=str(file.pk)
    ).exists()


class FilePolicy(CollectionOwnershipPermissionPolicy):
    """Writers upload files and choose their own; editors may choose and change every one."""

    def __init__(self, model, auth_model):
        super().__init__(
            model, auth_model=auth_model, owner_field_name="uploaded_by_user"
        )

    def user_has_any_permission_for_instance(self, user, actions, instance):
        allowed = super().user_has_any_permission_for_instance(user, actions, instance)
        if not allowed or runs_the_site(user):
            return allowed
        if instance.uploaded_by_user_id != user.pk:
            return False
        return set(actions) <= {"choose"} or not is_relied_on(instance)

    def instances_user_has_any_permission_for(self, user, actions):
        files = super().instances_user_has_any_permission_for(user, actions)
        return files if runs_the_site(user) else files.filter(uploaded_by_user=user)


# What readers see of a file: the file itself, the words that are shown with it, and what a crop of
# it keeps.
SHOWN = ("file", "title", "description", "photographer", "licence",
         "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")  # fmt: skip


def check_file(sender, instance, raw=False, **kwargs):
    """Refuse other words, another file or another focal point under what reviewers or readers rely
    on (``pre_save``)."""
    if raw or instance.pk is None:
        return
    names = [name for name in SHOWN if hasattr(instance, name)]
    before = sender.objects.filter(pk=instance.pk).values(*names).first()
    if before is None or not is_relied_on(instance):
        return
    if any(str(before[name]) != str(getattr(instance, name)) for name in names):
        raise Refusal(
            _("Upload it as a new file: this one belongs to a text that was reviewed.")
        )


def rely_on_in_review(sender, instance, raw=False, **kwargs):
    """A correction may bring a new picture into a review (``post_save`` of a revision)."""
    if (
        not raw
        and WorkflowState.objects.filter(
            base_content_type_id=instance.base_content_type_id,
            object_id=instance.object_id,
            status=WorkflowState.STATUS_IN_PROGRESS,
        ).exists()
    ):
        rely_on(instance.as_object())


def is_to_translate(file, user):
    """Is ``file`` in an approved text that waits for its time, and does ``user`` translate?"""
    key = (ContentType.objects.get_for_model(file).pk, str(file.pk))
    waiting = Waiting.objects.select_related("revision")
    return translates(user) and any(
        key in shown_by(row.revision.as_object()) for row in waiting
    )


def is_public(file):
    """Has a page that shows ``file`` been published?"""
    return FileReliedOn.objects.filter(
        content_type=ContentType.objects.get_for_model(file),
        object_id=str(file.pk),
        is_public=True,
    ).exists()


def may_read(document, request):
    """Documents are for readers while a public page that they may open shows them; else for who
    may use them, or may change a page whose newest version shows them."""
    user, policy = request.user, policy_registry.get(document)
    return is_shown(document, request) or (
        user.is_authenticated
        and (
            policy.user_has_any_permission_for_instance(
                user, ["choose", "change"], document
            )
            or any(
                page.permissions_for_user(user).can_edit()
                for page in _pages_with(document)
            )
        )
    )


def is_shown(file, request):
    """Does a public page that this reader may open show ``file`` now?"""
    pages = _pages_with(file).live()
    return any(
        all(
            restriction.accept_request(request)
            for restriction in page.get_view_restrictions()
        )
        for page in pages
    )


def _pages_with(file):
    """The pages whose public or newest version refers to ``file``."""
    references = ReferenceIndex.get_references_to(file).filter(
        base_content_type=ContentType.objects.get_for_model(Page)
    )
    ids = list(references.values_list("object_id", flat=True))
    return Page.objects.filter(pk__in=ids)


def connect():
    """Put the policies and the check in force; called once, when the apps are ready."""
    for model, auth_model in (
        (get_image_model(), "wagtailimages.Image"),
        (get_document_model(), "wagtaildocs.Document"),
    ):
        register_permission_policy(model, FilePolicy(model, auth_model))
        pre_save.connect(check_file, sender=model, dispatch_uid=f"kdsite.{model}")
    post_save.connect(
        rely_on_in_review, sender=Revision, dispatch_uid="kdsite.files.review"
    )

"""Pictures and documents: what a submitted or published text uses, only editors change.

Stock Wagtail lets whoever uploaded a file replace or delete it after the page that shows it
was approved (measured on Wagtail 8.0.1).
"""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import pre_save
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import ReferenceIndex
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permissions import register_permission_policy

from kdsite.editorial.permissions import runs_the_site
from kdsite.editorial.refusals import Refusal


def rely_on(revision):
    """Remember which files ``revision`` shows: it is being reviewed, or goes public."""
    wanted = {
        ContentType.objects.get_for_model(model).pk
        for model in (get_image_model(), get_document_model())
    }
    references = ReferenceIndex._extract_references_from_object(revision.as_object())
    model = apps.get_model("editorial.FileReliedOn")
    for content_type_id, object_id, _path, _content_path in references:
        if content_type_id in wanted:
            model.objects.get_or_create(
                content_type_id=content_type_id, object_id=object_id
            )


def is_relied_on(file):
    """Does a revision that was ever submitted or published show ``file``?"""
    return (
        apps.get_model("editorial.FileReliedOn")
        .objects.filter(
            content_type=ContentType.objects.get_for_model(file), object_id=str(file.pk)
        )
        .exists()
    )


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


def check_file(sender, instance, raw=False, **kwargs):
    """Refuse a new file under an image that readers or reviewers rely on (``pre_save``)."""
    if raw or instance.pk is None:
        return
    before = (
        sender.objects.filter(pk=instance.pk).values_list("file", flat=True).first()
    )
    if before and before != instance.file.name and is_relied_on(instance):
        raise Refusal(
            _("Upload it as a new file: this one belongs to a text that was reviewed.")
        )


def connect():
    """Put the policies and the check in force; called once, when the apps are ready."""
    for model, auth_model in (
        (get_image_model(), "wagtailimages.Image"),
        (get_document_model(), "wagtaildocs.Document"),
    ):
        register_permission_policy(model, FilePolicy(model, auth_model))
        pre_save.connect(check_file, sender=model, dispatch_uid=f"kdsite.{model}")

"""Wagtail's form of groups, which tells the editors what it has changed."""

from django.db import transaction
from wagtail.users.views.groups import CreateView, EditView, GroupViewSet

from kdsite.editorial.notifications.group_rights import rights_of, tell_change


class _ToldMixin:
    """The form and the panels of rights beside it are saved, and told, together."""

    @transaction.atomic
    def process_form(self):
        before = rights_of(self.object.pk)
        response = super().process_form()
        tell_change(before, rights_of(self.object.pk))
        return response


class CreateGroupView(_ToldMixin, CreateView):
    pass


class EditGroupView(_ToldMixin, EditView):
    pass


class ToldGroupViewSet(GroupViewSet):
    add_view_class = CreateGroupView
    edit_view_class = EditGroupView

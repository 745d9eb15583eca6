"""The glossary of the network, as the language team and the editors edit it."""

from django.contrib.auth.models import Permission
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from kdsite.editorial.models import Term
from kdsite.editorial.policy.permissions import FollowersPolicy


class TermViewSet(ModelViewSet):
    """Terms in both languages, shown beside the texts in which they stand."""

    model = Term
    name = "glossary"
    url_prefix = "glossary"
    icon = "globe"
    menu_label = gettext_lazy("Glossary")
    menu_order = 160
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    list_display = ["finnish", "swedish", "note"]
    search_fields = ["finnish", "swedish", "note"]
    search_backend_name = None
    panels = [FieldPanel("finnish"), FieldPanel("swedish"), FieldPanel("note")]

    def get_common_view_kwargs(self, **kwargs):
        shared = super().get_common_view_kwargs(**kwargs)
        for name in ("history", "usage"):
            del shared[f"{name}_url_name"]
        return shared

    def get_urlpatterns(self):
        kept = ("index", "index_results", "add", "edit", "delete")
        return [each for each in super().get_urlpatterns() if each.name in kept]

    def get_permissions_to_register(self):
        """None to be given to a group: see :class:`FollowersPolicy`."""
        return Permission.objects.none()


register_permission_policy(Term, FollowersPolicy(Term))
glossary_viewset = TermViewSet()

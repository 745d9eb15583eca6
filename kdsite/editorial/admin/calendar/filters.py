"""Which slots the calendar shows."""

import django_filters
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page

from kdsite.editorial.calendar.entries import calendar_facts_of
from kdsite.editorial.models import Slot
from kdsite.editorial.policy.permissions import authored_models


class PersonChoiceField(django_filters.fields.ModelChoiceField):
    """People by their names."""

    def label_from_instance(self, user):
        return get_user_display_name(user)


class WriterFilter(django_filters.ModelChoiceFilter):
    """By the invited writer, by whoever owns the post, or by one of its authors."""

    field_class = PersonChoiceField

    def filter(self, slots, user):
        if user is None:
            return slots
        wanted = Q(writer=user) | Q(page__owner=user)
        for model in authored_models():
            wanted |= Q(page__in=model.objects.authored_by(user).values("pk"))
        return slots.filter(wanted)


class ThemeFilter(django_filters.ModelChoiceFilter):
    """By the theme that is planned, or by those that the newest version of the post names."""

    def filter(self, slots, theme):
        if theme is None:
            return slots
        same = Page.objects.filter(translation_key=theme.translation_key)
        ids = set(same.values_list("pk", flat=True))
        pages = Page.objects.filter(slot__isnull=False).select_related("content_type")
        about = [
            pk
            for pk, said in calendar_facts_of(pages).items()
            if ids & set(said.get("themes", []))
        ]
        return slots.filter(Q(theme__in=ids) | Q(page__in=about))


def _themes(request):
    themes = apps.get_model(settings.EDITORIAL_THEME).objects
    return themes.to_choose(get_language())


def _writers(request):
    people = get_user_model().objects.filter(
        Q(slots__isnull=False) | Q(owned_pages__slot__isnull=False)
    )
    return people.distinct().order_by("last_name", "first_name", "email")


class SlotFilterSet(WagtailFilterSet):
    """For editors: the others do not see who is planned for what."""

    theme = ThemeFilter(label=_("Theme"), queryset=_themes)
    writer = WriterFilter(label=_("Writer"), queryset=_writers)

    class Meta:
        model = Slot
        fields = []

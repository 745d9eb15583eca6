"""What a person may choose for a page, and so be shown by its title: no drafts or files of others,
but for what the page has already."""

from wagtail.log_actions import get_active_log_context
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.rich_text import extract_references_from_rich_text

from kdsite.editorial.policy import permissions
from kdsite.editorial.publishing.protected_files import FilePolicy

# What the form in hand had before, noted where Wagtail notes who sent it.
HAD = "kdsite_had"


def may_choose(user, chosen):
    """Could ``user`` have been offered ``chosen``, a page or a file? Anything else they could."""
    if user is None or permissions.runs_the_site(user):
        return True
    if isinstance(chosen, Page):
        pages = Page.objects.filter(pk=chosen.pk)
        return permissions.narrow(pages, user).exists()
    if chosen is not None and is_file(type(chosen)):
        return policy_registry.get(chosen).user_has_any_permission_for_instance(
            user, ["choose"], chosen
        )
    return True


def may_show(user, value):
    """May ``user`` let a page show ``value``, with all that it leads to?"""
    return may_choose(user, value) and all(
        may_choose(user, model.objects.filter(pk=pk).first())
        for model, pk in references_in(value)
    )


def is_file(model):
    return isinstance(policy_registry.get_by_type(model), FilePolicy)


def references_in(value):
    """The models and ids of what a text leads to, formatted or in blocks."""
    found = ()
    if hasattr(value, "stream_block"):
        found = value.stream_block.extract_references(value)
    elif isinstance(value, str):
        found = extract_references_from_rich_text(value)
    return [(model, pk) for model, pk, *_path in found]


def key_of(model, pk):
    """The same for a page, whatever of its types was asked for."""
    return (Page if issubclass(model, Page) else model, str(pk))


def note(had):
    """Let the fields of the form in hand show what the page ``had`` already, whoever chose it."""
    context = get_active_log_context()
    if context.user is not None:
        setattr(context, HAD, had)


def may_be_shown(chosen):
    """May a field show ``chosen`` to whoever sent the request in hand?"""
    context = get_active_log_context()
    had = key_of(type(chosen), chosen.pk) in getattr(context, HAD, ())
    return had or may_choose(context.user, chosen)

"""The rights of a group in words: on the record stands what they are, in no language."""

from django.apps import apps
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

VERBS = {
    "add": gettext_lazy("add"),
    "bulk_delete": gettext_lazy("delete with all that is below"),
    "change": gettext_lazy("edit"),
    "choose": gettext_lazy("choose"),
    "delete": gettext_lazy("delete"),
    "lock": gettext_lazy("lock"),
    "publish": gettext_lazy("publish"),
    "submit": gettext_lazy("start"),
    "unlock": gettext_lazy("unlock"),
    "view": gettext_lazy("look at"),
}

# Wagtail's own plural is made for a number before it.
THINGS = {"image": gettext_lazy("pictures"), "document": gettext_lazy("documents")}


def as_facts(permission, where=""):
    """``permission`` as it stands on the record.

    :param where: the title of the page, or the name of the collection, for which it holds.
    """
    kind = permission.content_type
    return [kind.app_label, kind.model, permission.codename, permission.name, where]


def in_words(rights):
    """Several of :func:`as_facts`, in the active language; what can be done to the same things
    stands together."""
    by_thing = {}
    for app, model, codename, name, where in rights:
        verb = VERBS.get(codename.removesuffix(f"_{model}"))
        if codename == "access_admin":
            thing, verb = "", _("come into the admin")
        elif verb is None:
            thing, verb = "", name
        else:
            thing = _thing(app, model, where)
        by_thing.setdefault(thing, []).append(str(verb))
    parts = [
        f"{thing}: {', '.join(verbs)}" if thing else ", ".join(verbs)
        for thing, verbs in by_thing.items()
    ]
    return "; ".join(parts) or "–"


def _thing(app, model, where):
    try:
        things = (
            THINGS.get(model) or apps.get_model(app, model)._meta.verbose_name_plural
        )
    except LookupError:
        # The record outlives the model.
        things = model
    if where:
        return _("%(things)s (“%(where)s”)") % {"things": things, "where": where}
    return str(things)

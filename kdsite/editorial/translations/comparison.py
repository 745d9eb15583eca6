"""A translation beside the change of its original: which strings, and how they read today."""

from kdsite.editorial.models import TranslatedRevision
from kdsite.editorial.page_kinds import original_of
from kdsite.editorial.releases.waiting import approved_version, is_current
from kdsite.editorial.texts.fingerprints import fingerprint, strings_of
from kdsite.editorial.texts.string_changes import changed_strings


class Comparison:
    """What the translation ``page`` was made from, beside what is approved of its original now.

    ``original``; ``text``: its approved version, or ``None``; ``changes``: see
    :func:`.string_changes.changed_strings`, each with ``label``, the name of its field; ``is_fetched``:
    the newest draft of the translation is made from the newest text already.
    """

    def __init__(self, page):
        self.page = page
        self.original = original_of(page)
        self.text = None
        if self.original.pk != page.pk:
            self.text = approved_version(self.original)
        self.strings = strings_of(self.text) if self.text else []
        self.fingerprint = fingerprint(self.strings)
        self.basis = self._basis()
        self.changes = self._changes()

    def _basis(self):
        """Of what readers see; before that, of the newest version that was made from other words."""
        made = TranslatedRevision.objects.select_related("revision")
        if self.page.live:
            return made.filter(revision_id=self.page.live_revision_id).first()
        return (
            made.filter(revision__in=self.page.revisions.all())
            .exclude(fingerprint=self.fingerprint)
            .order_by("-revision__created_at", "-revision__pk")
            .first()
        )

    @property
    def is_fetched(self):
        newest = self.page.latest_revision
        return bool(newest) and is_current(newest, self.text)

    def _changes(self):
        if self.text is None or self.basis is None:
            return []
        if self.basis.matches(self.fingerprint):
            return []
        present = strings_of(self.basis.revision.as_object())
        found = changed_strings(self.basis.strings, self.strings, present)
        for change in found:
            name, *below = change.path.split(".")
            field = self.text._meta.get_field(name)
            named = field
            if field.auto_created:
                named = field.related_model._meta
                field = named.get_field(below[1])
            change.label = named.verbose_name
            _show_labels(change, getattr(field, "flatchoices", ()))
        return found


def _show_labels(change, choices):
    """A choice is stored by its name; people read its label."""
    labels = dict(choices)
    for name in ("before", "now", "present"):
        text = getattr(change, name)
        setattr(change, name, labels.get(text, text))

"""A translation beside the change of its original: what of it, and how that reads today."""

from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail_localize.models import StringTranslation

from kdsite.editorial.models import TranslatedRevision
from kdsite.editorial.page_kinds import original_of
from kdsite.editorial.releases.waiting import approved_version, is_current
from kdsite.editorial.texts.fingerprints import fingerprint, followed_of
from kdsite.editorial.texts.string_changes import How, changed_strings
from kdsite.editorial.texts.taken_over import MARK, InWords, taken_over
from kdsite.editorial.translations.translating import task_for


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
        self.strings = followed_of(self.text) if self.text else []
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

    @property
    def has_new_words(self):
        """Is there anything for a translator to write?"""
        return any(
            change.how in (How.CHANGED, How.ADDED) and not change.path.endswith(MARK)
            for change in self.changes
        )

    @property
    def who_updates(self):
        """Who brings the translation up to date, by their names: a sentence to somebody who cannot."""
        task = task_for(self.page.locale)
        names = map(get_user_display_name, task.members() if task else ())
        return _("These can bring it up to date: %(names)s.") % {
            "names": ", ".join(names) or "–"
        }

    def _changes(self):
        if self.text is None or self.basis is None:
            return []
        if self.basis.matches(self.fingerprint):
            return []
        version = self.basis.revision.as_object()
        present = followed_of(version)
        if not self.page.live:
            taken = [pair for pair in present if _is_taken(pair)]
            present = [*_written(self.page, self.basis.strings), *taken]
        followed = self.basis.strings, self.strings, present
        words = changed_strings(
            *([p for p in each if not _is_taken(p)] for each in followed)
        )
        for change in words:
            self._name(change)
        taken = changed_strings(
            *([p for p in each if _is_taken(p)] for each in followed)
        )
        # A block that is new, gone or elsewhere is told of by its words.
        told = {_block(change.path) for change in words if change.how != How.CHANGED}
        taken = [
            change
            for change in taken
            if change.how == How.CHANGED or _block(change.path) not in told
        ]
        if taken:
            self._say(taken, [*taken_over(version), *taken_over(self.text)])
        return words + taken

    def _name(self, change):
        name, *below = change.path.removesuffix(MARK).split(".")
        named = field = self.text._meta.get_field(name)
        if field.auto_created:
            named = field.related_model._meta.get_field(below[-1])
        change.label = named.verbose_name

    def _say(self, changes, places):
        """What is stored by its name or number is shown as people call it."""
        places = {place.path: place for place in places}
        titles = InWords([t for c in changes for t in (c.before, c.now, c.present)])
        for change in changes:
            place = places.get(change.path)
            if place:
                change.label = place.label
            else:
                self._name(change)
            choices = place.choices if place else {}
            here, there = self.original.locale, self.page.locale
            change.before = titles.of(change.before, here, choices)
            change.now = titles.of(change.now, here, choices)
            change.present = titles.of(change.present, there, choices)


def _written(page, strings):
    """What translators have written for these ``strings`` of an original, sent or not, in their order.

    Readers have nothing of ``page`` yet, and its versions say what the original does where nothing
    had been written when they were made.
    """
    rows = StringTranslation.objects.filter(
        locale=page.locale_id, context__object_id=page.translation_key
    ).values_list("context__path", "translation_of__data", "data")
    said = {(path, text): words for path, text, words in rows}
    return [
        [path, said.get((path, text), "")]
        for path, text in strings
        if not path.endswith(MARK)
    ]


def _is_taken(pair):
    return pair[0].endswith(MARK)


def _block(path):
    """The field, with the block or row in it."""
    return ".".join(path.removesuffix(MARK).split(".")[:2])

"""What the history of a page says about the editorial work."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from kdsite.editorial import rule


def register_log_actions(actions):
    """Wagtail's hook of this name."""

    @actions.register_action("editorial.approve")
    class ApproveFormatter(LogFormatter):
        label = gettext_lazy("Approve")

        def format_message(self, entry):
            role = dict(rule.Role.choices).get(entry.data.get("role"), "")
            return _("Approved as %(role)s") % {"role": role}

    @actions.register_action("editorial.stand_in")
    class StandInFormatter(LogFormatter):
        label = gettext_lazy("Stand-in")

        def format_message(self, entry):
            return _("Asked for changes as stand-in")

    @actions.register_action("editorial.back_to_draft")
    class BackToDraftFormatter(LogFormatter):
        label = gettext_lazy("Back to draft")

        def format_message(self, entry):
            return _("Taken back to draft before its time")

    @actions.register_action("editorial.no_consequence")
    class NoConsequenceFormatter(LogFormatter):
        label = gettext_lazy("Change of no consequence")

        def format_message(self, entry):
            return _("Declared the change of the original to be of no consequence here")

    @actions.register_action("editorial.tell_readers")
    class TellReadersFormatter(LogFormatter):
        label = gettext_lazy("Line for readers")

        def format_message(self, entry):
            if entry.data.get("told"):
                return _("Readers are told that the translation is behind")
            return _("Readers are no longer told that the translation is behind")

    @actions.register_action("editorial.facts")
    class FactsFormatter(LogFormatter):
        label = gettext_lazy("Facts")

        def format_message(self, entry):
            fields = entry.content_type.model_class()._meta
            changed = ", ".join(
                f"{fields.get_field(name).verbose_name}: {value or '–'}"
                for name, value in entry.data.get("facts", {}).items()
            )
            return _("Facts changed: %(changed)s") % {"changed": changed}

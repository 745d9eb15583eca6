"""What the history of a page says about the editorial work."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from kdsite.editorial.models import WhyLeftOut
from kdsite.editorial.models.words import Role


def register_log_actions(actions):
    """Wagtail's hook of this name."""

    actions.register_action(
        "editorial.submit",
        gettext_lazy("Send for review"),
        gettext_lazy("Sent for review"),
    )
    actions.register_action(
        "editorial.take_back",
        gettext_lazy("Take back from review"),
        gettext_lazy("Taken back from review"),
    )

    @actions.register_action("editorial.approve")
    class ApproveFormatter(LogFormatter):
        label = gettext_lazy("Approve")

        def format_message(self, entry):
            role = dict(Role.choices).get(entry.data.get("role"), "")
            name = entry.data.get("name")
            if name:
                return _("Approved by %(name)s as %(role)s, by a private link") % {
                    "name": name,
                    "role": role,
                }
            return _("Approved as %(role)s") % {"role": role}

    @actions.register_action("editorial.read")
    class ReadFormatter(LogFormatter):
        label = gettext_lazy("Read an author's answer")

        def format_message(self, entry):
            return _("Has read what an author without an account answered")

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

    @actions.register_action("editorial.left_out")
    class LeftOutFormatter(LogFormatter):
        label = gettext_lazy("Went out without a page that belongs to it")

        def format_message(self, entry):
            what = _("Did not go out with it: %(name)s.") % {"name": entry.data["name"]}
            why = WhyLeftOut(entry.data["why"])
            if entry.data.get("is_translation") and why == WhyLeftOut.NOT_SENT:
                reason = _("The translation was not sent for review.")
                return f"{what} {reason}"
            return f"{what} {why.label}"

    @actions.register_action("editorial.take_down")
    class TakeDownFormatter(LogFormatter):
        label = gettext_lazy("Taken down")

        def format_message(self, entry):
            return entry.data["comment"] or _("Taken down without a reason")

    @actions.register_action("editorial.link")
    class LinkFormatter(LogFormatter):
        label = gettext_lazy("Private link sent")

        def format_message(self, entry):
            return _("Private link sent to %(name)s") % {"name": entry.data["name"]}

    @actions.register_action("editorial.link_revoked")
    class LinkRevokedFormatter(LogFormatter):
        label = gettext_lazy("Private link revoked")

        def format_message(self, entry):
            return _("Private link revoked: %(name)s") % {"name": entry.data["name"]}

    @actions.register_action("editorial.answer")
    class AnswerFormatter(LogFormatter):
        label = gettext_lazy("Answer to a draft")

        def format_message(self, entry):
            name = {"name": entry.data["name"]}
            if entry.data["is_fine"]:
                return _("%(name)s has read this version: fine as it is") % name
            return (
                _("%(name)s has read this version and wrote what should change") % name
            )

        def format_comment(self, entry):
            return entry.data["comment"]

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

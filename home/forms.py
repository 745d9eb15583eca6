"""The edit form of the accessibility statement."""

from kdsite.editorial.publishing.page_form import EditorialPageForm


class AccessibilityStatementForm(EditorialPageForm):
    """What the law asks for is asked for when the statement is sent, not when it is saved."""

    ASKED_FOR = (
        "service_name",
        "responsible",
        "conformance",
        "made_on",
        "reviewed_on",
        "feedback_email",
        "feedback_unit",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self.ASKED_FOR:
            if name in self.fields:
                self.fields[name].required = True

    def is_valid(self):
        """The gaps are forms of their own, and are counted once all is read."""
        if not super().is_valid():
            return False
        if self.is_deferred_validation or "gaps" not in self.formsets:
            return True
        rows = self.formsets["gaps"].forms
        left = [row for row in rows if not row.cleaned_data.get("DELETE")]
        for name, sentence in self.instance.contradictions(len(left)).items():
            self.add_error(name, sentence)
        return not self.errors

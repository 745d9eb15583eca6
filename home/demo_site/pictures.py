"""The demo's pictures, drawn for it."""

from django.core.files.images import ImageFile
from wagtail.images import get_image_model

from home.demo_site import texts

FOLDER = texts.FOLDER / "images"


class Pictures:
    """Makes an image of a file when it is first asked for."""

    def __init__(self, owner):
        self.owner = owner
        self.facts = texts.facts("images.toml")
        self.made = {}

    def get(self, name):
        """The image of file ``name``, or ``None`` for no name."""
        if not name:
            return None
        if name not in self.made:
            facts = self.facts[name]
            with (FOLDER / name).open("rb") as file:
                self.made[name] = get_image_model().objects.create(
                    title=facts["title_fi"],
                    description=facts["alt_fi"],
                    photographer=facts["photographer"],
                    licence="CC BY 4.0",
                    file=ImageFile(file, name=name),
                    uploaded_by_user=self.owner,
                )
        return self.made[name]

    def alt(self, name, language):
        """The alternative text of file ``name`` in ``language``; empty for no name."""
        return self.facts[name][f"alt_{language}"] if name else ""

    def in_text(self, value):
        """The value of an image block from ``{"file", "alt", "caption"}``."""
        image = self.get(value["file"])
        image.contextual_alt_text, image.decorative = value["alt"], False
        return {"image": image, "caption": value["caption"]}

"""What the editor has loaded, told to it so that it can say so."""

from kdsite.editorial.translations.overtaken import token, token_of

NAME = "seen"
# Of each sort of segment, where the properties have what is written for it.
WRITTEN = {
    "string": "initialStringTranslations",
    "synchronised_value": "initialOverrides",
}


def add_to(properties):
    """Let each address to which the editor of wagtail-localize saves say what was loaded there.

    :param properties: those of the editor; they are changed.
    """
    loaded = {
        (kind, each["segment_id"]): token(each["data"])
        for kind, name in WRITTEN.items()
        for each in properties[name]
    }
    for segment in properties["segments"]:
        if segment["type"] in WRITTEN:
            seen = loaded.get((segment["type"], segment["id"]), token_of(None))
            segment["editUrl"] = f"{segment['editUrl']}?{NAME}={seen}"

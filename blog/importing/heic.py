"""Pictures of telephones, which no browser shows, as JPEG."""

import io

from kdsite.images.metadata import BROKEN, QUALITY

# More than that is no picture for a post, and takes long to read.
MAX_PIXELS = 30_000_000


def jpeg_of(data):
    """The HEIC picture in ``data`` as JPEG, upright; ``None`` where it is broken or too large."""
    # Whoever brings no such picture does not wait for it.
    import pillow_heif

    try:
        found = pillow_heif.open_heif(data)
        width, height = found.size
        if width * height > MAX_PIXELS:
            return None
        jpeg = io.BytesIO()
        found.to_pillow().convert("RGB").save(
            jpeg, "JPEG", quality=QUALITY, icc_profile=found.info.get("icc_profile")
        )
    except BROKEN:
        return None
    return jpeg.getvalue()

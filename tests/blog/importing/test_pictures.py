"""Pictures inside a file: which are kept, which are converted, and which are told."""

import io
from functools import cache

import pillow_heif
import pytest
from PIL import Image

from blog.importing import heic, recognise
from blog.uploading.drafts import is_usable
from tests.support.documents import PROSE, read
from tests.support.files.word import paragraph, picture, text, word_file

pytestmark = pytest.mark.usefixtures("untranslated")


@cache
def telephone_picture():
    """What a telephone makes of two fields of colour, red on the left."""
    image = Image.new("RGB", (64, 32), "red")
    image.paste("blue", (32, 0, 64, 32))
    file = io.BytesIO()
    pillow_heif.from_pillow(image).save(file, quality=90)
    return file.getvalue()


def found_in(data, ending):
    return recognise(
        read(
            word_file(
                paragraph(text("Kylän silta"), "Title"),
                paragraph(text(PROSE)),
                paragraph(picture("Silta keväällä")),
                media=(data, ending),
            )
        )
    )


def test_a_picture_of_a_telephone_becomes_jpeg():
    """The same picture, as one that every browser shows."""
    (kept,) = found_in(telephone_picture(), "heic").images
    assert (kept.content_type, kept.name) == ("image/jpeg", "silta-1.jpg")
    assert is_usable(kept)
    with Image.open(io.BytesIO(kept.data)) as image:
        assert image.size == (64, 32)
        left, right = image.getpixel((8, 16)), image.getpixel((56, 16))
    assert left[0] > 200 > 60 > left[2]
    assert right[2] > 200 > 60 > right[0]


@pytest.mark.parametrize("cut", [40, 400])
def test_a_broken_picture_of_a_telephone_is_told(cut):
    found = found_in(telephone_picture()[:cut], "heic")
    assert found.images == []
    (told,) = found.left_out
    assert (told.text, "broken" in told.why) == ("Silta keväällä", True)


def test_a_picture_of_a_telephone_that_is_far_too_large_is_not_read(monkeypatch):
    monkeypatch.setattr(heic, "MAX_PIXELS", 64 * 32 - 1)
    assert heic.jpeg_of(telephone_picture()) is None


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x01\x00\x00\x00" + bytes(36) + b" EMF" + bytes(40), "EMF or WMF"),
        (b"\xd7\xcd\xc6\x9a" + bytes(40), "EMF or WMF"),
        (b"\x01\x00\x09\x00\x00\x03" + bytes(40), "EMF or WMF"),
        (b"MM\x00\x2a" + bytes(40), "PNG or JPEG"),
    ],
)
def test_what_no_browser_shows_is_told(data, said):
    """With what to do about it."""
    found = found_in(data, "bin")
    assert found.images == []
    (told,) = found.left_out
    assert said in told.why

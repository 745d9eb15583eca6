"""No file that can be downloaded says where, when or with what a picture was taken."""

import io
import struct
import zlib

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from PIL.PngImagePlugin import PngInfo
from wagtail.utils.file import hash_filelike

from kdsite.images.metadata import without_metadata
from kdsite.images.models import SiteImage
from tests.support.factories import make_image
from tests.support.helpers import logged_in

SECRET = b"Salainen kamera"
LYING = 6


def taken(format_name="JPEG", **how):
    """A picture as a phone writes it: lying on its side, with a place and a device."""
    facts = Image.Exif()
    facts[Base.Orientation] = LYING
    facts[Base.Model] = SECRET.decode()
    facts.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (61.0, 30.0, 0.0)
    written = io.BytesIO()
    picture = Image.linear_gradient("L").convert("RGB").resize((320, 240))
    picture.save(written, format_name, exif=facts, **how)
    return written.getvalue()


def texts():
    info = PngInfo()
    info.add_text("Author", SECRET.decode())
    return info


def opened(file):
    return Image.open(io.BytesIO(file.read() if hasattr(file, "read") else file))


@pytest.mark.parametrize(
    "format_name, how",
    [
        ("JPEG", {"comment": SECRET}),
        ("JPEG", {"xmp": SECRET}),
        ("JPEG", {"icc_profile": b"colours" * 20, "progressive": True}),
        ("PNG", {"pnginfo": texts()}),
        ("WEBP", {"xmp": SECRET}),
        ("AVIF", {"xmp": SECRET}),
    ],
)
def test_only_pixels_colours_and_orientation_stay(format_name, how):
    """Whatever the format."""
    clean = without_metadata(ContentFile(taken(format_name, **how), name="a.x"))
    data = clean.read()
    picture = opened(data)
    assert (picture.format, picture.size) == (format_name, (320, 240))
    assert SECRET not in data
    facts = picture.getexif()
    assert not facts.get_ifd(IFD.GPSInfo)
    assert dict(facts) == {Base.Orientation: LYING}
    assert picture.info.get("icc_profile") == how.get("icc_profile")


def test_a_place_behind_the_pixels_goes_too():
    """Some programs write it at the end of a PNG."""
    facts = Image.Exif()
    facts[Base.Model] = SECRET.decode()
    plain = io.BytesIO()
    Image.new("RGB", (40, 30)).save(plain, "PNG")
    body = b"eXIf" + facts.tobytes().removeprefix(b"Exif\0\0")
    chunk = (
        struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    )
    start, end = plain.getvalue()[:-12], plain.getvalue()[-12:]
    clean = without_metadata(ContentFile(start + chunk + end, name="a.png"))
    assert SECRET not in clean.read()


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "I;16", "RGBA", "1"])
def test_pixels_stay_as_they_are(mode):
    """Grey, palette, print colours, 16 bits, see-through."""
    format_name = "JPEG" if mode == "CMYK" else "PNG"
    written = io.BytesIO()
    picture = Image.linear_gradient("L")
    if mode == "I;16":
        picture = picture.convert("I")
    picture.convert(mode).save(written, format_name)
    before = opened(written.getvalue())
    after = opened(without_metadata(ContentFile(written.getvalue(), name="a.x")))
    assert after.mode == before.mode
    assert format_name == "JPEG" or after.tobytes() == before.tobytes()


@pytest.mark.parametrize(
    "format_name, stays", [("MPO", "JPEG"), ("GIF", "GIF"), ("WEBP", "WEBP")]
)
def test_of_several_pictures_the_first_stays(format_name, stays):
    """Each of a camera's has facts of its own; an animation is shown still anyway."""
    written = io.BytesIO()
    first, second = (Image.new("RGB", (40, 30), c) for c in ("navy", "red"))
    more = {"comment": SECRET} if format_name == "GIF" else {}
    first.save(written, format_name, save_all=True, append_images=[second], **more)
    clean = without_metadata(ContentFile(written.getvalue(), name="a.x")).read()
    assert opened(clean).format == stays
    assert getattr(opened(clean), "n_frames", 1) == 1
    assert SECRET not in clean
    red, _green, blue = opened(clean).convert("RGB").getpixel((5, 5))
    assert blue > red


def test_broken_facts_do_not_break_the_picture():
    """There is no orientation then."""
    written = io.BytesIO()
    Image.new("RGB", (40, 30)).save(written, "PNG", exif=b"Exif\0\0nonsense")
    clean = without_metadata(ContentFile(written.getvalue(), name="a.png"))
    assert not opened(clean).getexif()


def upload(client, data, name="kuva.jpg"):
    return client.post(
        reverse("wagtailimages:add"),
        {"title": "Kuva", "file": SimpleUploadedFile(name, data, "image/jpeg")},
    )


@pytest.mark.django_db
def test_an_uploaded_picture_and_its_sizes(people):
    """Original and JPEG sizes; the picture stands upright."""
    upload(logged_in(people.editor), taken())
    image = SiteImage.objects.get()
    with image.file.open() as original:
        data = original.read()
    assert SECRET not in data
    assert image.file_size == len(data)
    assert opened(data).getexif()[Base.Orientation] == LYING
    with image.get_rendition("width-100|format-jpeg").file.open() as size:
        data = size.read()
    assert SECRET not in data
    assert not opened(data).getexif().get_ifd(IFD.GPSInfo)
    assert opened(data).height > opened(data).width


@pytest.mark.django_db
def test_a_broken_picture_is_refused_in_words(people):
    """Its beginning alone looks like a picture."""
    response = upload(logged_in(people.editor), taken()[:-2000])
    assert "Kuva on viallinen" in response.content.decode()
    assert not SiteImage.objects.exists()


@pytest.mark.django_db
def test_replacing_the_file_and_saving_without_the_form(people):
    """Whichever way a file comes."""
    image = make_image(people.editor)
    image.file.save("uusi.jpg", ContentFile(taken(), name="uusi.jpg"))
    with SiteImage.objects.get().file.open() as stored:
        assert SECRET not in stored.read()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name, words", [("editor", "Tuetut"), ("translator", "som stöds")]
)
def test_the_form_speaks_the_persons_language(people, name, words):
    """What it says of files too."""
    person = getattr(people, name)
    html = logged_in(person).get(reverse("wagtailimages:add")).content.decode()
    assert words in html


@pytest.mark.django_db
def test_the_hash_is_that_of_the_stored_file(people):
    """By whichever way it came: the door compares it with what lies there when a page goes out."""
    make_image(people.writer)
    upload(logged_in(people.editor), taken())
    images = SiteImage.objects.all()
    assert len(images) == 2
    for image in images:
        with image.file.open() as stored:
            assert image.file_hash == hash_filelike(stored)

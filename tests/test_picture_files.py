"""No file that can be downloaded says where, when or with what a picture was taken."""

import importlib
import io

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from PIL.PngImagePlugin import PngInfo

from kdsite.images import SiteImage
from kdsite.picture_files import without_metadata
from tests.helpers import logged_in

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
        ("JPEG", {"icc_profile": b"colours" * 20}),
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
    assert set(facts) <= {Base.Orientation}
    # AVIF turns the picture by a property of its own.
    assert format_name == "AVIF" or facts[Base.Orientation] == LYING
    assert picture.info.get("icc_profile") == how.get("icc_profile")


def test_a_picture_that_says_nothing_stays_as_it_is():
    """Writing it again would cost quality."""
    written = io.BytesIO()
    Image.new("RGB", (40, 30)).save(written, "JPEG")
    file = ContentFile(written.getvalue(), name="a.jpg")
    assert without_metadata(file) is file


def test_of_a_cameras_several_pictures_the_first_stays():
    """MPO: each of them has facts of its own."""
    written = io.BytesIO()
    first, second = (Image.new("RGB", (40, 30), c) for c in ("navy", "red"))
    first.save(written, "MPO", save_all=True, append_images=[second])
    clean = without_metadata(ContentFile(written.getvalue(), name="a.jpg"))
    assert opened(clean).format == "JPEG"


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
def test_files_from_before_are_cleaned(people):
    """In every size, under the same name; a file that is gone stops nothing."""
    upload(logged_in(people.editor), taken())
    image = SiteImage.objects.get()
    rendition = image.get_rendition("width-100|format-jpeg")
    image.get_rendition("width-50|format-jpeg").file.delete(save=False)
    for file in (image.file, rendition.file):
        file.storage.delete(file.name)
        assert file.storage.save(file.name, ContentFile(taken())) == file.name
    name = "kdsite.migrations.0003_files_without_metadata"
    importlib.import_module(name).clean(apps, None)
    for file in (image.file, rendition.file):
        with file.storage.open(file.name) as stored:
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

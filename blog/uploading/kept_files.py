"""What was read of a brought file, until it has become a draft: the file is read once, and each of its
pictures is tried once."""

import io
from dataclasses import asdict, replace

from django.db import transaction

from blog.importing import ImageFound, LeftOut, SourceText, read_file
from blog.models import UploadedFile
from blog.models.uploaded_file import UploadedPicture
from blog.uploading.drafts import is_usable


@transaction.atomic
def keep(source, language, owner):
    """The :class:`UploadedFile` of ``source``, a ``SourceText`` in ``language``, for ``owner``."""
    uploaded = UploadedFile.objects.create(
        owner=owner,
        name=source.name[-255:],
        language=language,
        source=asdict(replace(source, images=[])),
    )
    UploadedPicture.objects.bulk_create(
        UploadedPicture(
            file=uploaded,
            number=number,
            name=found.name[-300:],
            content_type=found.content_type,
            alt_text=found.alt,
            is_usable=is_usable(found),
            data=found.data,
        )
        for number, found in enumerate(source.images)
    )
    return uploaded


def source_of(uploaded, with_pictures):
    """What was read of ``uploaded``, as a ``SourceText``; without the bytes of its pictures where
    nobody needs them."""
    if uploaded.source is None:
        source = read_file(io.BytesIO(bytes(uploaded.data)), uploaded.name)
        source.images = [replace(f, usable=is_usable(f)) for f in source.images]
        return source
    pictures = uploaded.pictures.all()
    if not with_pictures:
        pictures = pictures.defer("data")
    return SourceText(
        **uploaded.source
        | {
            "images": [_found(each, with_pictures) for each in pictures],
            "left_out": [LeftOut(**each) for each in uploaded.source["left_out"]],
        }
    )


def picture_of(uploaded, number):
    """The picture of that number as an ``ImageFound``; ``None`` where there is none to show."""
    if uploaded.source is None:
        found = source_of(uploaded, True).images[number : number + 1]
    else:
        found = [_found(each, True) for each in uploaded.pictures.filter(number=number)]
    return next((each for each in found if each.usable), None)


def _found(picture, with_data):
    return ImageFound(
        picture.name,
        picture.content_type,
        bytes(picture.data) if with_data else b"",
        picture.alt_text,
        usable=picture.is_usable,
    )

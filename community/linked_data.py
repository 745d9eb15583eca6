"""People in the words of schema.org."""

from wagtail.images.shortcuts import get_rendition_or_not_found

from kdsite.images.social import absolute
from kdsite.languages.hyphenation import unhyphenated
from kdsite.metadata.linked_data import filled, website

# As the profile's template writes it, so that this size has been made.
PORTRAIT = "format-jpeg|fill-480x480"


def person(name, job_title="", organisation="", **more):
    """A person with title and organisation; what is empty is left out."""
    employer = organisation and filled(type="Organization", name=organisation)
    return filled(
        type="Person", name=name, jobTitle=job_title, affiliation=employer, **more
    )


def profile(page, around):
    """The page of an author; without the title and organisation of a former position."""
    address = around.address(page)
    held = not page.is_former
    return filled(
        type="ProfilePage",
        url=address,
        name=unhyphenated(page.title),
        inLanguage=page.locale.language_code,
        dateCreated=page.first_published_at,
        dateModified=page.last_published_at,
        isPartOf=website(around),
        mainEntity=person(
            page.name,
            page.job_title if held else "",
            page.organisation if held else "",
            id=f"{address}#person",
            url=address,
            description=page.biography,
            image=_portrait(page, around),
        ),
    )


def _portrait(page, around):
    found = page.photo and get_rendition_or_not_found(page.photo, PORTRAIT)
    return found and found.pk and absolute(around.request, found.url)

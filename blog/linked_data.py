"""A post in the words of schema.org."""

from community.linked_data import person
from kdsite.languages.hyphenation import unhyphenated
from kdsite.metadata.descriptions import description
from kdsite.metadata.linked_data import filled, publisher, website


def posting(post, around):
    """The post with every author, by the title and organisation that they had then."""
    image, address = around.image, around.address(post)
    return filled(
        type="BlogPosting",
        id=f"{address}#post",
        url=address,
        mainEntityOfPage=address,
        headline=unhyphenated(post.title),
        description=description(post),
        inLanguage=post.locale.language_code,
        datePublished=post.published,
        dateModified=post.updated,
        author=[_author(byline, around) for byline in post.authors if byline.name],
        image=image
        and filled(
            type="ImageObject",
            url=image["url"],
            width=image["width"],
            height=image["height"],
        ),
        keywords=[unhyphenated(theme.title) for theme in post.themes],
        isPartOf=website(around),
        publisher=publisher(around),
    )


def _author(byline, around):
    address = byline.profile and around.address(byline.profile)
    return person(
        byline.name,
        byline.job_title,
        byline.organisation,
        id=address and f"{address}#person",
        url=address,
    )

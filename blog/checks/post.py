"""What is checked in a post as a whole."""

from django.utils.translation import gettext as _

from blog.checks.blocks import in_blocks
from blog.checks.finding import Finding, quoted
from blog.untitled import is_no_title
from kdsite.editorial.page_kinds import is_translation, translation_of
from kdsite.editorial.releases.waiting import slot_of

LONGEST_TITLE = 100


def findings(post, look=None):
    """Everything found in this version of ``post``; what blocks comes first.

    In a translation only what the translator can put right: what the text that it was made
    from has as well, in the same place, is left out.
    """
    look = look or _all
    found = look(post)
    if found and is_translation(post):
        source = translation_of(post).source
        inherited = {_key(each) for each in look(source.as_instance())}
        found = [each for each in found if _key(each) not in inherited]
    return sorted(found, key=lambda each: not each.blocks)


def blocking(post):
    """The findings that keep ``post`` from being sent for review."""
    return [each for each in findings(post, _all_but_advice) if each.blocks]


def _key(finding):
    return finding.code, finding.anchor


def _all(post):
    return [*_all_but_advice(post), *_lead(post), *_question(post)]


def _all_but_advice(post):
    """With the advice that is found on the way."""
    return [*_title(post), *_hero(post), *in_blocks(post.body), *_authors(post)]


def _title(post):
    if is_no_title(post.title):
        yield Finding(
            "title", _("There is no title yet. Write one."), "id_title", blocks=True
        )
    if len(post.title) > LONGEST_TITLE:
        yield Finding(
            "title-length",
            _("The title has %(count)d characters. Aim at 100 at most.")
            % {"count": len(post.title)},
            "id_title",
            quoted(post.title),
        )


def _lead(post):
    if not post.lead.strip():
        yield Finding(
            "lead",
            _("There is no lead. Say in a sentence or two what the text is about."),
            "id_lead",
        )


def _hero(post):
    if post.hero_image_id and not post.hero_alt.strip():
        yield Finding(
            "hero-alt",
            _("The picture at the top has no alternative text. Write what it shows."),
            "id_hero_alt",
            blocks=True,
        )


def _authors(post):
    """Titles and organisations may be empty; a name may not."""
    bylines = list(post.bylines.all())
    if not any(byline.author_id or byline.name for byline in bylines):
        yield Finding(
            "author",
            _("There is no author. Add whose text it is."),
            "id_bylines-OPEN_MODAL",
            blocks=True,
        )
    if any(byline.author_id and not byline.name for byline in bylines):
        yield Finding(
            "author-name",
            _("An author has no name yet: fill in the profile, then save the post."),
            "id_bylines-FORMS",
            blocks=True,
        )


def _question(post):
    if post.question_id or post.own_question:
        return
    slot = slot_of(post)
    if slot and slot.question_id:
        yield Finding(
            "question",
            _("A question is planned for this post, and it has none yet."),
            "id_question-chooser",
            quoted(slot.question) if slot.question.live else "",
        )

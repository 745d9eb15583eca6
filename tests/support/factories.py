"""People and pages for tests, made as the site makes them."""

import copy
import io

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.images import get_image_model
from wagtail.users.models import UserProfile

from blog.models import BlogIndexPage, BlogPage, BlogPageAuthor
from community.models import (
    AuthorIndexPage,
    AuthorPage,
    QuestionIndexPage,
    QuestionPage,
    ThemeIndexPage,
)
from community.models import ThemePage as Theme
from home.create_site import groups
from kdsite.accounts.models import DEMO_DOMAIN
from kdsite.editorial.notifications.notify import silenced

PASSWORD = "kuntademokratia"


@silenced()
def make_user(name, *groups, language="fi", **fields):
    """An account in ``groups`` (names), with ``language`` as that of its admin; it was there before
    the test, so nobody is told."""
    user = get_user_model().objects.create_user(
        f"{name}@{DEMO_DOMAIN}", PASSWORD, **fields
    )
    for name in groups:
        user.groups.add(Group.objects.get(name=name))
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()
    return user


def short_name(user):
    """``editor`` of ``editor@example.fi``."""
    return user.email.partition("@")[0]


class People:
    """``writer``, ``writer2``, ``editor``, ``editor2``, ``translator``, ``reviewer``, ``admin``."""

    ROLES = {
        "writer": (groups.WRITERS, "fi"),
        "writer2": (groups.WRITERS, "fi"),
        "editor": (groups.EDITORS, "fi"),
        "editor2": (groups.EDITORS, "fi"),
        "translator": (groups.SWEDISH_TEAM, "sv"),
        "reviewer": (groups.SWEDISH_TEAM, "sv"),
    }

    def __init__(self):
        """All at once: most tests begin with it."""
        model = get_user_model()
        groups = {group.name: group for group in Group.objects.all()}
        users = [
            model(email=f"{name}@{DEMO_DOMAIN}", is_superuser=name == "admin")
            for name in (*self.ROLES, "admin")
        ]
        password = make_password(PASSWORD)
        for user in users:
            user.password = password
            setattr(self, short_name(user), user)
        model.objects.bulk_create(users)
        model.groups.through.objects.bulk_create(
            model.groups.through(user=getattr(self, name), group=groups[group])
            for name, (group, _language) in self.ROLES.items()
        )
        UserProfile.objects.bulk_create(
            UserProfile(user=user, preferred_language=language)
            for user in users
            for language in [self.ROLES.get(short_name(user), ("", "fi"))[1]]
        )

    def again(self):
        """The same people, read anew."""
        people = copy.copy(self)
        for user in get_user_model().objects.filter(
            pk__in=[user.pk for user in vars(self).values()]
        ):
            setattr(people, short_name(user), user)
        return people


def index(model, language="fi"):
    return model.objects.get(locale__language_code=language)


def make_author(
    given="Maija", family="Malli", user=None, language="fi", saved_by=None, **fields
):
    """A draft profile with one revision."""
    fields.setdefault("job_title", "valtuutettu")
    fields.setdefault("organisation", "Mallilan kaupunki")
    author = AuthorPage(
        given_name=given,
        family_name=family,
        user=user,
        owner=user,
        live=False,
        **fields,
    )
    index(AuthorIndexPage, language).add_child(instance=author)
    author.save_revision(user=saved_by or user)
    return author


def make_post(
    owner=None, title="Samaan suuntaan", authors=(), language="fi", body=None, **fields
):
    """A draft post with one revision, saved by its owner; without ``authors`` it has one whose
    profile is gone."""
    post = BlogPage(title=title, owner=owner, live=False, **fields)
    post.lead = fields.get("lead", "Mistä kirjoitus kertoo.")
    post.body = body or [
        ("heading", {"text": "Ensin kuunnellaan", "level": "h2"}),
        ("paragraph", "<p>Kunta on asukkaidensa yhteisö.</p>"),
    ]
    post.bylines = [BlogPageAuthor(author=author) for author in authors] or [
        BlogPageAuthor(name="Maija Malli")
    ]
    index(BlogIndexPage, language).add_child(instance=post)
    post.save_revision(user=owner)
    return post


def make_theme(name="Lähidemokratia", saved_by=None, language="fi", **fields):
    theme = Theme(title=name, live=False, **fields)
    index(ThemeIndexPage, language).add_child(instance=theme)
    theme.save_revision(user=saved_by)
    return theme


def make_question(month, text="Mitä kysyisit?", saved_by=None, language="fi", **fields):
    question = QuestionPage(month=month, question=text, live=False, **fields)
    index(QuestionIndexPage, language).add_child(instance=question)
    question.save_revision(user=saved_by)
    return question


def picture(color="navy", size=(640, 480)):
    """A JPEG file in memory."""
    buffer = io.BytesIO()
    Image.new("RGB", size, color).save(buffer, "JPEG")
    return ImageFile(io.BytesIO(buffer.getvalue()), name=f"{color}.jpg")


def make_image(owner=None, color="navy", size=(640, 480), **fields):
    fields.setdefault("title", color)
    return get_image_model().objects.create(
        file=picture(color, size), uploaded_by_user=owner, **fields
    )

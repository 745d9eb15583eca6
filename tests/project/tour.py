"""Stations of the tour that know nothing of the others: files, taking down, an account."""

from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.admin.rich_text import get_rich_text_editor_widget
from wagtail.models import Site

from blog.models import BlogPage
from kdsite.editorial.admin.choosers import PageChooser
from tests.support.factories import make_post, picture
from tests.support.helpers import logged_in, publish


def upload(people):
    """A document; a picture, and one that breaks off."""
    client = logged_in(people.editor)
    file = SimpleUploadedFile("ohje.txt", b"Ohje")
    client.post(reverse("wagtaildocs:add"), {"title": "Ohje", "file": file})
    whole = picture().read()
    for data in (whole, whole[: len(whole) // 2]):
        file = SimpleUploadedFile("navy.jpg", data, "image/jpeg")
        client.post(reverse("wagtailimages:add"), {"title": "Vene", "file": file})


def format_text(people):
    """A field for formatted text is made, and shows one with a link to a page; and one for a page."""
    home = Site.objects.get(is_default_site=True).root_page_id
    text = f'<p><a linktype="page" id="{home}">Vene</a></p>'
    get_rich_text_editor_widget().format_value(text)
    PageChooser(BlogPage)


def take_down(people):
    """By the page's own view, and as a script does it; and what is taken down is deleted."""
    by_view, by_script = (
        publish(make_post(people.writer, title=title), people.writer, people.editor)
        for title in ("Yksi", "Toinen")
    )
    url = reverse("wagtailadmin_pages:unpublish", args=[by_view.pk])
    client = logged_in(people.editor)
    client.get(url)
    client.post(url)
    by_script.unpublish(user=people.editor)
    client.post(reverse("wagtailadmin_pages:delete", args=[by_view.pk]))


def invite_and_close_account(people):
    client = logged_in(people.admin)
    data = {"first_name": "Lea", "last_name": "Lähtijä", "email": "lea@example.org"}
    groups = [group.pk for group in people.editor.groups.all()]
    client.post(
        reverse("wagtailusers_users:add"), data | {"groups": groups, "language": "fi"}
    )
    client.get(reverse("wagtailusers_users:index"))
    user = get_user_model().objects.get(email="lea@example.org")
    client.post(reverse("wagtailusers_users:delete", args=[user.pk]))

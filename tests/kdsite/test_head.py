"""What the head of a page tells machines: address, picture, linked data, feeds, icons."""

import json
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.utils import translation
from lxml import etree
from PIL import Image

from blog.models import BlogPage
from kdsite.metadata import linked_data
from tests import golden
from tests.support import machine_scene
from tests.support.factories import make_image, make_post
from tests.support.helpers import publish

pytestmark = pytest.mark.django_db


def set_the_scene(people):
    return machine_scene.make_it(people)


def head(page_or_path):
    path = getattr(page_or_path, "url", page_or_path)
    return etree.HTML(Client().get(path).content.decode()).find("head")


def meta(tree, name):
    return tree.xpath(f"meta[@property='{name}' or @name='{name}']/@content")


def graph(tree):
    (script,) = tree.xpath("//script[@type='application/ld+json']/text()")
    return json.loads(script)["@graph"]


def thing(tree, kind):
    return next(item for item in graph(tree) if item["@type"] == kind)


@pytest.mark.parametrize("name", ["post", "swedish", "old", "maija", "theme", "home"])
def test_the_linked_data_is_as_agreed(scene, name):
    """Search engines read the same as before; see :mod:`tests.golden`."""
    text = json.dumps(graph(head(getattr(scene, name))), indent=1, ensure_ascii=False)
    assert golden.matches(f"linked_data_{name}.json", text + "\n")


@pytest.mark.parametrize("name", ["post", "swedish", "old", "maija", "theme", "home"])
def test_the_head_is_as_agreed(scene, name):
    """Every other element for machines, in its order."""
    elements = head(getattr(scene, name)).xpath("title|meta|link[@rel!='stylesheet']")
    lines = [
        etree.tostring(element, with_tail=False, encoding="unicode")
        for element in elements
    ]
    assert golden.matches(f"head_{name}.html", "\n".join(lines) + "\n")


def test_every_author_is_a_person(scene):
    """With the title and organisation that they had then; the profile only where it is open."""
    maija, olli = thing(head(scene.post), "BlogPosting")["author"]
    assert maija["@type"] == olli["@type"] == "Person"
    assert (maija["name"], maija["jobTitle"]) == ("Maija Malli", "valtuutettu")
    assert maija["affiliation"]["name"] == "Mallilan kaupunki"
    assert maija["url"] == scene.maija.full_url
    assert "affiliation" not in olli
    assert "url" not in olli


def test_nothing_in_a_text_ends_the_script(scene):
    """A title with a script element in it stays a title."""
    text = Client().get(scene.post.url).content.decode()
    # One holds the data, the other is a file.
    assert text.count("</script>") == 2
    assert thing(head(scene.post), "BlogPosting")["headline"] == (
        "Samaan </script>suuntaan & <yhdessä>"
    )
    assert not set(linked_data.as_script([{"name": "<>&"}])) & set("<>&")


def test_no_soft_hyphens(scene):
    """Where no line is broken they would only be in the way."""
    tree = head(scene.post)
    assert "\u00ad" not in etree.tostring(tree, encoding="unicode")


def test_addresses_agree(scene):
    """Canonical, hreflang, Open Graph, linked data and the sitemap say the same."""
    sitemap = etree.fromstring(Client().get("/sitemap.xml").content)
    for page in (scene.post, scene.swedish, scene.old, scene.maija, scene.home):
        tree = head(page)
        (canonical,) = tree.xpath("link[@rel='canonical']/@href")
        assert canonical == page.full_url
        assert meta(tree, "og:url") == [canonical]
        for item in graph(tree):
            assert item.get("url", canonical) == canonical
        (loc,) = [e for e in sitemap.iter("{*}loc") if e.text == canonical]
        assert alternates(tree.xpath("link[@hreflang]")) == alternates(
            loc.getparent().findall("{*}link")
        )


def alternates(links):
    return {link.get("hreflang"): link.get("href") for link in links}


def test_languages_are_those_that_exist(scene):
    """Itself included; the default is Finnish."""
    both = alternates(head(scene.swedish).xpath("link[@hreflang]"))
    fi, sv = scene.post.full_url, scene.swedish.full_url
    assert both == {"fi": fi, "sv": sv, "x-default": fi}
    alone = alternates(head(scene.old).xpath("link[@hreflang]"))
    assert alone == {"fi": scene.old.full_url, "x-default": scene.old.full_url}
    assert meta(head(scene.swedish), "og:locale") == ["sv_FI"]
    assert meta(head(scene.swedish), "og:locale:alternate") == ["fi_FI"]
    assert meta(head(scene.old), "og:locale:alternate") == []


@pytest.mark.parametrize("name", ["post", "old", "home"])
def test_the_picture_of_a_link(scene, settings, name):
    """1200×630 and no AVIF: the post's own picture, else the site's."""
    tree = head(getattr(scene, name))
    (address,) = meta(tree, "og:image")
    path = address.removeprefix(golden.HOST)
    if name == "post":
        path = Path(settings.MEDIA_ROOT) / path.removeprefix("/media/")
        assert meta(tree, "og:image:alt") == ["Vene"]
    else:
        path = finders.find(path.removeprefix("/static/"))
    with Image.open(path) as image:
        assert image.size == (1200, 630)
        assert image.format == {"post": "JPEG"}.get(name, "PNG")
        assert meta(tree, "og:image:type") == [image.get_format_mimetype()]


@pytest.mark.parametrize(
    ("size", "given"),
    [((700, 700), ("700", "368")), ((300, 200), ("1200", "630"))],
)
def test_a_small_picture_is_not_made_larger(scene, people, size, given):
    """Its real size is told; a very small one gives way to the site's own."""
    image = make_image(people.writer, size=size)
    post = make_post(people.writer, hero_image=image, hero_alt="Vene")
    tree = head(publish(post, people.writer, people.editor))
    (width,), (height,) = meta(tree, "og:image:width"), meta(tree, "og:image:height")
    assert (width, height) == given


def test_a_picture_that_is_gone_is_not_given(scene, people):
    """Without its file the site's own picture goes with the link."""
    image = make_image(people.writer, color="red")
    post = make_post(people.writer, hero_image=image, hero_alt="Vene")
    post = publish(post, people.writer, people.editor)
    image.file.storage.delete(image.file.name)
    assert meta(head(post), "og:image") == [f"{golden.HOST}/static/img/social.png"]


def test_feeds_are_found(scene):
    """The language's on every page, the theme's and the author's on theirs."""
    assert feeds(head(scene.post)) == ["/fi/atom.xml"]
    assert feeds(head(scene.swedish)) == ["/sv/atom.xml"]
    assert feeds(head(scene.theme)) == [f"{scene.theme.url}atom.xml", "/fi/atom.xml"]
    assert feeds(head(scene.maija)) == [f"{scene.maija.url}atom.xml", "/fi/atom.xml"]
    for address in feeds(head(scene.maija)):
        assert Client().get(address).status_code == 200


def feeds(tree):
    found = tree.xpath("link[@type='application/atom+xml']/@href")
    return [address.removeprefix(golden.HOST) for address in found]


@pytest.mark.parametrize("path", ["/fi/", "/sv/ei-ole/"])
def test_icons_are_there(scene, path):
    """Every icon that the head names exists, on error pages too."""
    icons = head(path).xpath("link[contains(@rel, 'icon')]/@href")
    assert [Path(icon).suffix for icon in icons] == [".ico", ".svg", ".png"]
    assert all(finders.find(icon.removeprefix("/static/")) for icon in icons)


def test_a_post_without_anything_has_a_head(scene, people):
    """No picture, no lead, no author with a name."""
    post = publish(
        make_post(people.writer, title="Tyhjä"), people.writer, people.editor
    )
    BlogPage.objects.filter(pk=post.pk).update(lead="")
    post.bylines.all().delete()
    data = thing(head(post), "BlogPosting")
    assert "author" not in data
    assert meta(head(post), "og:description") == []


def test_words_are_in_the_pages_language(scene):
    """The network has its name in each."""
    with translation.override("sv"):
        name = translation.gettext("Network for municipal democracy")
    assert thing(head(scene.swedish), "BlogPosting")["publisher"]["name"] == name

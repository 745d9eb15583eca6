"""The file of a post that readers may open."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.models import Page

from blog.citing.formats import bibtex, ris
from blog.models import BlogPage
from kdsite.languages.hyphenation import unhyphenated

FORMS = {
    "bib": (bibtex, "application/x-bibtex; charset=utf-8"),
    "ris": (ris, "application/x-research-info-systems; charset=utf-8"),
}


@require_safe
def citation(request, path, form):
    """A file that programs for references read; 404 where there is no such post."""
    route = Page.route_for_request(request, path)
    post = route and BlogPage.objects.readable().filter(pk=route.page.pk).first()
    if post is None or post.date is None:
        raise Http404
    write, content_type = FORMS[form]
    site = unhyphenated(post.get_parent().get_parent().title)
    text = write(post, post.get_full_url(request), site)
    return HttpResponse(text, content_type=content_type)

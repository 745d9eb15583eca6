"""What a page is drawn from, where nobody looks at the page: drawing one of the desk takes as long as
all that comes before it."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.contrib.messages import get_messages
from django.template import Context
from django.template.response import SimpleTemplateResponse
from django.test.signals import template_rendered

# Of this thread alone: two that do the same at once leave nothing behind, and what a server that runs
# beside the test is asked for is drawn.
_is_drawn = ContextVar("is_drawn", default=True)
_drawn = SimpleTemplateResponse.rendered_content.fget


@contextmanager
def nothing_drawn():
    """Views do all that they do, and what they answer with comes out empty."""
    before = _is_drawn.set(False)
    try:
        yield
    finally:
        _is_drawn.reset(before)


def _content(response):
    if _is_drawn.get():
        return _drawn(response)
    # It would have said them.
    list(get_messages(response._request))
    template = response.resolve_template(response.template_name).template
    context = Context(response.resolve_context(response.context_data))
    template_rendered.send(sender=template, template=template, context=context)
    return ""


SimpleTemplateResponse.rendered_content = property(_content)


def context_of(client, url, *data, **how):
    """Of the page at ``url``, as ``client.get`` finds it there."""
    with nothing_drawn():
        return client.get(url, *data, **how).context


def form_on(client, url, *data, **how):
    """The form on the page at ``url``."""
    return context_of(client, url, *data, **how)["form"]

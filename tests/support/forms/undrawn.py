"""What a page is drawn from, where nobody looks at the page: drawing one of the desk takes as long as
all that comes before it."""

from contextlib import contextmanager
from threading import get_ident

import pytest
from django.contrib.messages import get_messages
from django.template import Context
from django.template.response import SimpleTemplateResponse
from django.test.signals import template_rendered


@contextmanager
def nothing_drawn():
    """Views do all that they do, and what they answer with comes out empty. What other threads are
    asked for is drawn."""
    drawn, here = SimpleTemplateResponse.rendered_content, get_ident()

    def only_told(response):
        if get_ident() != here:
            return drawn.fget(response)
        # It would have said them.
        list(get_messages(response._request))
        template = response.resolve_template(response.template_name).template
        context = Context(response.resolve_context(response.context_data))
        template_rendered.send(sender=template, template=template, context=context)
        return ""

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SimpleTemplateResponse, "rendered_content", property(only_told))
        yield


def context_of(client, url, *data, **how):
    """Of the page at ``url``, as ``client.get`` finds it there."""
    with nothing_drawn():
        return client.get(url, *data, **how).context


def form_on(client, url, *data, **how):
    """The form on the page at ``url``."""
    return context_of(client, url, *data, **how)["form"]

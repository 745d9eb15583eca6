"""Makes those who take part and their texts: run beside the server, prints JSON.

Ten writers, each with a draft; texts that wait for an editor; a post in two languages that waits for
its time; the open sessions of two editors, whose second factor was shown.
"""

import json
from types import SimpleNamespace

import django

django.setup()

from allauth.account.internal.flows.login import record_authentication  # noqa: E402
from django.conf import settings  # noqa: E402

from home.create_site.groups import WRITERS  # noqa: E402
from home.demo_site.accounts import make_accounts  # noqa: E402
from kdsite.editorial.models import Slot  # noqa: E402
from scripts.soak.plan import WORDS  # noqa: E402
from tests.faults.scene import set_the_scene  # noqa: E402
from tests.support.factories import (  # noqa: E402
    PASSWORD,
    make_author,
    make_post,
    make_user,
)
from tests.support.forms.posted import form_data  # noqa: E402
from tests.support.helpers import (  # noqa: E402
    edit_url,
    fresh,
    logged_in,
    publish,
    submit,
)

COUNT = 10
TO_APPROVE = 6


def writer(number, editor):
    """Somebody with a draft, and what their browser posts of it."""
    user = make_user(f"soak{number}", WRITERS)
    author = make_author("Kirjoittaja", f"Numero {number}", user=user)
    author = publish(author, user, editor)
    body = [("paragraph", f"<p>{WORDS}</p>")]
    draft = make_post(user, f"Luonnos {number}", authors=[author], body=body)
    kind = draft.get_edit_handler().get_form_class()
    return {
        "email": user.email,
        "password": PASSWORD,
        "draft": draft.pk,
        "url": edit_url(draft),
        "form": form_data(kind(instance=draft, for_user=user)),
    }


def editor(user):
    """A session that was opened with a second factor."""
    client = logged_in(user)
    request = SimpleNamespace(session=client.session)
    record_authentication(request, user, "mfa", type="totp")
    request.session.save()
    return {"session": client.cookies[settings.SESSION_COOKIE_NAME].value}


def waiting(number, user):
    text = make_post(user, f"Odottaa {number}")
    submit(text, user)
    return text.pk


def main():
    people = SimpleNamespace(**make_accounts())
    made = set_the_scene(people)
    # The address of a translation is made from its words.
    post, translation = fresh(made["waiting"]), fresh(made["target"])
    answer = {
        "writers": [writer(number, people.editor) for number in range(COUNT)],
        "editors": [editor(people.editor), editor(people.editor2)],
        "to_approve": [waiting(n, people.writer2) for n in range(TO_APPROVE)],
        "slot": Slot.objects.get(page=post).pk,
        "release": [post.url, translation.url],
    }
    print(json.dumps(answer))


main()

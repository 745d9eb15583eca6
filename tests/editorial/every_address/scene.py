"""Somebody else's drafts, files, profile and new versions, each with a marked word; and where they stand in
addresses."""

import datetime
import re

from django.core.files.base import ContentFile
from django.db import Error, connection, transaction
from wagtail.documents import get_document_model

from blog.invitations.services import invite
from community.models import ProfileTie
from kdsite.editorial.private_links import links
from tests.support.addresses import addresses, routes
from tests.support.factories import make_author, make_image, make_post, make_question
from tests.support.helpers import (
    make_slot,
    publish,
    revise,
    submit,
    translate,
)

# Not a view of ours or Wagtail's that shows or changes anything; or it ends the session.
LEFT_OUT = re.compile(
    r"^admin/(logout|failwhale|test404|sprite|jsi18n|password_reset|login)"
    r"|^admin/account|\.\*|editing-sessions|^admin/localize/jsi18n"
)


def set_the_scene(people):
    """Somebody else's drafts, files, profile and new versions, each with a marked word."""
    author = make_author("Hemmo", "Piilonimi", user=people.writer, job_title="SALATYÖ")
    image = make_image(people.writer, title="SALAKUVA")
    document = get_document_model().objects.create(
        title="SALATIEDOSTO",
        file=ContentFile(b"x", name="x.txt"),
        uploaded_by_user=people.writer,
    )
    draft = make_post(
        people.writer,
        title="SALAOTSIKKO",
        authors=[author],
        hero_image=image,
        hero_alt="SALAALT",
        body=[("paragraph", "<p>SALATEKSTI</p>")],
    )
    waiting = make_post(people.writer, title="SALAJONO", authors=[author])
    submit(waiting, people.writer)
    public = publish(
        make_post(people.writer, title="Julkinen"), people.writer, people.editor
    )
    revise(public, people.writer, title="SALAUUSI")
    target, record = translate(public, people.translator)
    planned = make_slot(days=9, working_title="SALASUUNNITELMA", note="SALAMUISTIO")
    slot = make_slot(draft, days=12, writer=people.writer2)
    question = make_question(
        datetime.date(2031, 1, 1), "SALAKYSYMYS", saved_by=people.editor
    )
    slot = make_slot(days=60, working_title="SALASUUNNITELMA")
    invitation = invite(
        people.editor, "Helmi", "Piilonimi", "helmi@example.fi", "fi", slot=slot
    )
    return {
        "author": author,
        "image": image,
        "document": document,
        "draft": draft,
        "waiting": waiting,
        "public": public,
        "target": target,
        "record": record,
        "planned": planned,
        "slot": slot,
        "question": question,
        "invitation": invitation,
        "tie": ProfileTie.objects.ask(
            make_author("Hilma", "Piilonimi", saved_by=people.editor),
            people.writer2,
            people.editor,
        ),
        "link": links.send(
            draft, people.editor, "lukija@example.org", "fi", "Lukija Piilonimi"
        ),
    }


# What begins so changes no row.
READS = ("SELECT", "SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT")


def undone_after_each(addresses):
    """``(address, written)`` one by one; ``written`` holds the statements that asking for the address
    changes rows by. They are undone before the next: most addresses write nothing, and to undo
    nothing takes the database as long as to answer."""
    ahead, written, last = iter(addresses), [], object()
    address = next(ahead, last)
    while address is not last:
        with transaction.atomic(), connection.execute_wrapper(noting(written)):
            while address is not last and not written:
                yield address, written
                if connection.needs_rollback:
                    written.append("ROLLBACK")
                address = next(ahead, last)
            transaction.set_rollback(True)
        written.clear()


def noting(written):
    """What writes to the database is added to the list ``written``, and what fails there."""

    def note(execute, sql, *rest):
        if not sql.startswith(READS):
            written.append(sql)
        try:
            return execute(sql, *rest)
        except Error:
            written.append(sql)
            raise

    return note


def admin_addresses(values, **limits):
    """See :func:`tests.support.addresses.addresses`."""
    for route in admin_routes():
        yield from addresses(route, values, **limits)


def admin_routes():
    found = (route for route in routes() if route.startswith("admin/"))
    return [route for route in found if not LEFT_OUT.search(route)]

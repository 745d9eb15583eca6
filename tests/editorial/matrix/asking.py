"""What an answer says to whoever asks: allowed, refused, not there."""

from django.contrib.messages import WARNING, get_messages

ALLOWED, REFUSED, NOT_THERE, LED = "+", "-", "0", ">"
LOG_IN = ("/admin/login/", "/account/")


def answer(client, method, address):
    """A sign for what ``client`` gets: allowed is also a form that was not understood; led on is who
    is sent elsewhere without a word that says no."""
    response = getattr(client, method.lower())(address)
    assert response.status_code < 500, f"{method} {address}: {response.status_code}"
    if response.status_code in (404, 405):
        return NOT_THERE
    if response.status_code == 403:
        return REFUSED
    if response.status_code != 302:
        return ALLOWED
    # Not those that earlier answers left, which no page has shown.
    told = get_messages(response.wsgi_request)._queued_messages
    is_refused = response["Location"].startswith(LOG_IN) or any(
        message.level >= WARNING for message in told
    )
    return REFUSED if is_refused else LED

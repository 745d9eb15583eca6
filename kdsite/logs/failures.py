"""What fails is told to Sentry, where ``SENTRY_DSN`` says which."""

import sentry_sdk


def tell_sentry(dsn):
    """Nothing of who asked or what they sent, and no local variable: a draft may be in one.

    :raises sentry_sdk.utils.BadDsn: ``dsn`` is no address of a Sentry project.
    """
    sentry_sdk.init(
        dsn,
        send_default_pii=False,
        include_local_variables=False,
        max_request_body_size="never",
        # Anybody can ask for a name that is not ours.
        ignore_errors=["DisallowedHost"],
        before_send=_without_request,
        before_breadcrumb=lambda crumb, hint: None,
    )


def _without_request(event, hint):
    """The address may be a private link, and headers say whose browser it was."""
    event.pop("request", None)
    event.pop("user", None)
    return event

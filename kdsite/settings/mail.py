"""Settings of mail: who sends it, and how it leaves."""

import environ

env = environ.Env()
_mail = environ.Env.email_url_config(
    env.str("EMAIL_URL", default="") or "consolemail://"
)
EMAIL_HOST = _mail["EMAIL_HOST"]
EMAIL_PORT = _mail["EMAIL_PORT"]
EMAIL_HOST_USER = _mail["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = _mail.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = _mail.get("EMAIL_USE_SSL", False)
# `filemail:///folder` names a folder from the root on, and not one below where the process began.
EMAIL_FILE_PATH = f"/{_mail['EMAIL_FILE_PATH']}"
# Every mail waits in the database; the scheduler sends it to where EMAIL_URL says.
EMAIL_DELIVERY_BACKEND = _mail["EMAIL_BACKEND"]
EMAIL_BACKEND = "kdsite.editorial.notifications.mail_queue.QueueBackend"
# A mail server that hangs must not hold the scheduler (no limit is Django's default).
EMAIL_TIMEOUT = 10
# Superusers repair; nobody waits for them.
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
DEFAULT_FROM_EMAIL = env.str("MAIL_FROM", default="") or "kuntademokratia@example.fi"

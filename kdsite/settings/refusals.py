"""What a setting must be, so that production works: each function says what is wrong, or nothing.

They read texts alone, and open no connection: a server that is away for a moment refuses nothing.
"""

from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

POSTGRESQL = ("postgres", "postgresql", "psql", "pgsql")
SMTP = ("smtp", "smtp+tls", "smtp+ssl")


def wrong_with_cache(text):
    """Redis, or none: other caches lack a package, a table, or what is kept in them ends nowhere."""
    if not text or text == "locmemcache://":
        return ""
    url = _split(text)
    if url is None or url.scheme not in ("redis", "rediss") or not url.hostname:
        return "set CACHE_URL to redis://host:port/number, or leave it out."
    return ""


def wrong_with_database(text):
    url = _split(text)
    if url is not None and url.scheme == "sqlite" and url.path.startswith("//"):
        return ""
    if url is None or url.scheme not in POSTGRESQL or len(url.path) < 2:
        return (
            "set DATABASE_URL to postgresql://user:password@host:port/name, or to "
            "sqlite:////folder/file with four slashes."
        )
    return ""


def wrong_with_mail(text):
    """Mail goes to a server, or to a folder; elsewhere it would be lost without a word."""
    url = _split(text)
    if text == "consolemail://":
        # For a measurement; `check --deploy` warns of it.
        return ""
    if url is not None and url.scheme == "filemail":
        if url.netloc or len(url.path) < 2:
            return "set EMAIL_URL to filemail:///folder, with three slashes."
        return ""
    if url is None or url.scheme not in SMTP or not url.hostname:
        return (
            "set EMAIL_URL to smtp+tls://user:password@host:587 (smtp+ssl:// for port 465, "
            "smtp:// without encryption)."
        )
    if url.port == 465 and url.scheme != "smtp+ssl":
        return "set EMAIL_URL to smtp+ssl://… for port 465."
    return ""


def wrong_with_media(text, code):
    """:param code: the folder of the site's code, which is no file for readers."""
    folder = Path(text)
    if not folder.is_absolute():
        return "set MEDIA_ROOT to a whole path, which begins with a slash."
    if code.is_relative_to(folder):
        return "set MEDIA_ROOT to a folder of its own: in this one the code lies, and everybody may read the media."
    return ""


def wrong_with_bucket(name, url):
    """:param url: where it is, if not at Amazon's."""
    if not name:
        return "name the bucket in MEDIA_BUCKET." if url else ""
    if find_spec("storages") is None or find_spec("boto3") is None:
        return "MEDIA_BUCKET needs the packages of requirements-bucket.txt."
    if url and (not (parts := _split(url)) or parts.scheme not in ("http", "https")):
        return "set MEDIA_BUCKET_URL to https:// and the server of the bucket, or leave it out."
    return ""


def wrong_with_cdn(text):
    """Where a CDN takes PURGE requests: a server alone, because the path is that of what is purged."""
    if not text:
        return ""
    url = _split(text)
    if (
        url is None
        or url.scheme not in ("http", "https")
        or not url.hostname
        or "@" in url.netloc
        or url.path.strip("/")
        or url.query
        or url.fragment
    ):
        return "set CDN_PURGE_URL to https:// and the server that takes PURGE requests, without a path, or leave it out."
    return ""


def wrong_with_address(text, hosts):
    """The address of the admin in mails, for the host names in ALLOWED_HOSTS."""
    if not text:
        if hosts[0].startswith("."):
            return "set ADMIN_BASE_URL to the site's address: ALLOWED_HOSTS begins with a dot, which is none."
        return ""
    url = _split(text)
    if (
        url is None
        or url.scheme != "https"
        or not url.hostname
        or url.path.strip("/")
        or not _is_of(url.hostname, hosts)
    ):
        return "set ADMIN_BASE_URL to https:// and one of the host names in ALLOWED_HOSTS, without a path."
    return ""


def _is_of(name, hosts):
    return any(
        name == host.lstrip(".") or (host[0] == "." and name.endswith(host))
        for host in hosts
    )


def _split(text):
    """The parts of a URL whose port is a number, or ``None``."""
    try:
        url = urlsplit(text)
        _port = url.port
    except ValueError:
        return None
    return url

"""Production is safe by default, and refuses to start where it could not be."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "kdsite.settings.production",
    "SECRET_KEY": "".join(chr(33 + n % 90) for n in range(64)),
    "ALLOWED_HOSTS": "blogi.example.fi",
    "DATABASE_URL": "sqlite:////tmp/kdsite-check.sqlite3",
    "EMAIL_URL": "smtp://localhost:25",
    "MEDIA_ROOT": "/tmp/kdsite-media",
    "MAIL_FROM": "blogi@example.fi",
}


def manage(*arguments, **environment):
    clean = {
        name: value
        for name, value in os.environ.items()
        if name not in {*PRODUCTION, "DEMO", "DJANGO_ALLOW_ASYNC_UNSAFE"}
    }
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=clean | environment,
        capture_output=True,
        text=True,
        timeout=120,
    )


def refused_by_the_settings(changes):
    """What a process of production says as it reads its settings."""
    return _python("import django.conf; django.conf.settings.DEBUG", changes)


def setting(name, **changes):
    """A setting of production, as text."""
    code = f"import django.conf; print(django.conf.settings.{name})"
    return _python(code, changes).stdout.strip()


def _python(code, changes):
    path = {"PATH": os.environ["PATH"]}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=path | PRODUCTION | changes,
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_production_is_safe(tmp_path):
    """``check --deploy`` has nothing to say, where the files of pages are collected."""
    paths = {"css/site.css": "css/site.0.css"}
    manifest = {"version": "1.1", "paths": paths, "hash": ""}
    (tmp_path / "staticfiles.json").write_text(json.dumps(manifest))
    result = _python(
        f"""
import django; from django.conf import settings; from django.core.management import call_command
settings.STATIC_ROOT = {str(tmp_path)!r}; django.setup()
call_command("check", deploy=True, fail_level="WARNING")
""",
        {"ALLOWED_HOSTS": "blogi.kunta.fi", "MAIL_FROM": "blogi@kunta.fi"},
    )
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("name", sorted(set(PRODUCTION) - {"DJANGO_SETTINGS_MODULE"}))
def test_production_refuses_to_start_without(name):
    """One clear line that names what is missing."""
    result = manage("check", **(PRODUCTION | {name: ""}))
    assert result.returncode != 0
    assert name in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "weak"),
    [
        ("SECRET_KEY", "a" * 60),
        ("SECRET_KEY", "short"),
        ("ALLOWED_HOSTS", "*"),
        ("MAIL_FROM", "blogi"),
        # Their table, or their package, is not there.
        ("CACHE_URL", "dbcache://kdsite"),
        ("CACHE_URL", "memcache://127.0.0.1:11211"),
        ("CACHE_URL", "valkey://127.0.0.1"),
        ("CACHE_URL", "redis://"),
        ("CACHE_URL", "redis://127.0.0.1:port"),
        ("CACHE_URL", "file:///tmp"),
        # Mail that nobody would ever read.
        ("EMAIL_URL", "dummymail://"),
        ("EMAIL_URL", "memorymail://"),
        ("EMAIL_URL", "smtp://"),
        ("EMAIL_URL", "mailto://localhost"),
        ("EMAIL_URL", "smtp+tls://localhost:465"),
        ("EMAIL_URL", "filemail://mail"),
        ("MEDIA_ROOT", "media"),
        ("MEDIA_ROOT", str(ROOT.parent)),
        ("DATABASE_URL", "mysql://localhost/kdsite"),
        ("DATABASE_URL", "sqlite:///kdsite.sqlite3"),
        # A path is that of what is purged, and Wagtail leaves out any other.
        ("CDN_PURGE_URL", "cdn.example.fi"),
        ("CDN_PURGE_URL", "ftp://cdn.example.fi"),
        ("CDN_PURGE_URL", "https://cdn.example.fi/purge"),
        ("CDN_PURGE_URL", "https://cdn.example.fi:port"),
        ("CDN_PURGE_URL", "https://key@cdn.example.fi"),
        ("CDN_PURGE_URL", "https://?key=1"),
        ("ADMIN_BASE_URL", "http://blogi.example.fi"),
        ("ADMIN_BASE_URL", "https://example.org"),
        ("ADMIN_BASE_URL", "https://blogi.example.fi/admin/"),
    ],
)
def test_production_refuses_what_is_weak(name, weak):
    """A guessable key and an open host list are as good as none; what cannot work is told at the
    start, in one line, and not when it is needed."""
    result = refused_by_the_settings({name: weak})
    assert result.returncode != 0
    assert name in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1, result.stderr


@pytest.mark.parametrize(
    ("name", "good"),
    [
        ("CACHE_URL", "rediss://:secret@cache.example.fi:6379/3"),
        ("EMAIL_URL", "smtp+tls://blogi%40example.fi:secret@mail.example.fi:587"),
        ("EMAIL_URL", "smtp+ssl://u:p@mail.example.fi:465"),
        ("DATABASE_URL", "postgresql://kdsite@/kdsite?host=/run/postgresql"),
        ("ADMIN_BASE_URL", "https://blogi.example.fi/"),
        ("CDN_PURGE_URL", "http://127.0.0.1:6081"),
        ("CDN_PURGE_URL", "https://cdn.example.fi/"),
    ],
)
def test_production_takes_what_works(name, good):
    """Only what cannot work is refused."""
    assert refused_by_the_settings({name: good}).returncode == 0


def test_mail_to_a_folder_goes_where_the_setting_says():
    """From the root of the disk on, not from where the process was started."""
    assert setting("EMAIL_FILE_PATH", EMAIL_URL="filemail:///srv/mail") == "/srv/mail"


def test_a_name_with_a_dot_before_it_is_no_address():
    """Mails need one: it is asked for, and forms are taken from each host."""
    names = {"ALLOWED_HOSTS": ".example.fi"}
    result = refused_by_the_settings(names)
    assert result.returncode != 0
    assert "ADMIN_BASE_URL" in result.stderr
    names["ADMIN_BASE_URL"] = "https://blogi.example.fi"
    assert setting("WAGTAILADMIN_BASE_URL", **names) == "https://blogi.example.fi"
    assert setting("CSRF_TRUSTED_ORIGINS", **names) == (
        "['https://example.fi', 'https://*.example.fi']"
    )


@pytest.mark.parametrize(
    ("name", "text", "level"),
    [
        ("MEDIA_ROOT", "/dev/null/media", "ERROR"),
        ("EMAIL_URL", "filemail:///dev/null/mail", "ERROR"),
        ("EMAIL_URL", "consolemail://", "WARNING"),
        ("ALLOWED_HOSTS", "blogi.example.fi", "WARNING"),
        ("MAIL_FROM", "Blogi <blogi@example.fi>", "WARNING"),
        ("EMAIL_URL", "smtp://mail.example.fi:25", "WARNING"),
    ],
)
def test_the_check_looks_at_the_machine(name, text, level):
    """Folders are written to, and mail reaches people: ``check --deploy`` says what does not."""
    result = manage(
        "check", "--deploy", "--fail-level", level, **(PRODUCTION | {name: text})
    )
    assert result.returncode != 0
    assert name in result.stderr


def test_browsers_keep_the_domain_on_their_list_where_somebody_wants_it():
    assert setting("SECURE_HSTS_PRELOAD") == "False"
    assert setting("SECURE_HSTS_PRELOAD", HSTS_PRELOAD="on") == "True"


def test_the_demo_is_not_loaded_in_production():
    """``load_demo`` refuses where DEMO is off."""
    result = manage("load_demo", **PRODUCTION)
    assert result.returncode != 0
    assert "DEMO" in result.stderr


def test_half_an_organisation_is_refused():
    """Its log-in needs all three settings."""
    result = manage("check", **PRODUCTION, OIDC_PROVIDER_URL="https://id.example.fi")
    assert result.returncode != 0
    assert "OIDC_CLIENT_ID" in result.stderr

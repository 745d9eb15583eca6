"""Production is safe by default, and refuses to start where it could not be."""

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


def test_production_is_safe():
    """``check --deploy`` has nothing to say."""
    result = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
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
    ],
)
def test_production_refuses_what_is_weak(name, weak):
    """A guessable key and an open host list are as good as none."""
    result = manage("check", **(PRODUCTION | {name: weak}))
    assert result.returncode != 0
    assert name in result.stderr


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

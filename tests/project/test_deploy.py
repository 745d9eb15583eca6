"""What ``deploy/`` holds works as it stands there."""

import os
import re
import secrets
import ssl
import subprocess
import sys
from http.client import HTTPSConnection
from pathlib import Path

import pytest
from django.conf import settings
from whitenoise.storage import CompressedManifestStaticFilesStorage

from kdsite import checks
from scripts.nginx import NOWHERE, PROGRAM, configure, nginx_server
from scripts.waiting import until

ROOT = Path(settings.BASE_DIR)
DEPLOY = ROOT / "deploy"
UNITS = sorted([*DEPLOY.glob("*.service"), *DEPLOY.glob("*.timer")])
READ = re.compile(r"""\benv(?:\.\w+)?\(\s*["']([A-Z_]+)["']""")


def environment():
    """``{name: value}`` of the example, with what may be left out left out."""
    lines = (DEPLOY / "env.example").read_text("utf-8").splitlines()
    pairs = [line.split("=", 1) for line in lines if re.match("[A-Z]", line)]
    return dict(pairs)


def named():
    """Every name in the example, also of what may be left out."""
    text = (DEPLOY / "env.example").read_text("utf-8")
    return set(re.findall(r"^#?([A-Z_]+)=", text, re.MULTILINE))


def test_the_example_names_what_the_settings_read():
    """Each of them, and nothing else."""
    read = {
        name
        for path in (ROOT / "kdsite/settings").glob("*.py")
        for name in READ.findall(path.read_text("utf-8"))
    }
    assert {"SECRET_KEY", "OIDC_CLIENT_ID", "MAIL_FROM"} <= read
    assert named() == read | {"DJANGO_SETTINGS_MODULE"}


def command(instance, folder):
    """What the unit starts for ``instance``, with its socket below ``folder``."""
    unit = (DEPLOY / "kdsite-web@.service").read_text("utf-8")
    line = re.search("^ExecStart=(.*)$", unit, re.MULTILINE)[1].replace("%i", instance)
    (folder / f"kdsite-{instance}").mkdir()
    program, *options = line.replace("/run/", f"{folder}/").split()
    return [Path(sys.executable).parent / Path(program).name, *options]


def test_a_process_of_production_starts_with_the_example(tmp_path):
    """As it stands there, once the secret is filled in; nginx finds its socket."""
    found = environment()
    assert found["SECRET_KEY"] == ""
    found["SECRET_KEY"] = secrets.token_urlsafe(50)
    process = subprocess.Popen(
        command("readers", tmp_path), cwd=ROOT, env={"PATH": os.environ["PATH"]} | found
    )
    socket = tmp_path / "kdsite-readers/socket"
    try:
        until(socket.exists)
        with nginx_server(tmp_path, f"unix:{socket}") as port:
            context = ssl._create_unverified_context()  # noqa: S323 - the test's own certificate
            connection = HTTPSConnection("127.0.0.1", port, timeout=60, context=context)
            connection.request(
                "GET", "/healthz", headers={"Host": found["ALLOWED_HOSTS"]}
            )
            assert connection.getresponse().status == 200
            connection.close()
    finally:
        process.terminate()
        process.wait(timeout=30)


def test_commands_are_given_with_the_settings_of_the_site(tmp_path):
    """``deploy/manage`` reads the file that the services read, and says who may."""
    file = tmp_path / "env"
    example = (DEPLOY / "env.example").read_text("utf-8")
    secret = f"SECRET_KEY='{secrets.token_urlsafe(50)} &$('"
    file.write_text(example.replace("SECRET_KEY=", secret, 1))

    def given(path):
        return subprocess.run(
            [DEPLOY / "manage", "diffsettings"],
            env={"PATH": os.environ["PATH"], "KDSITE_ENV": str(path)},
            cwd="/",
            capture_output=True,
            text=True,
        )

    assert "'blogi@example.fi'" in given(file).stdout
    assert "sudo -u kdsite" in given(tmp_path / "none").stdout


def test_a_site_without_its_styles_is_not_deployed(tmp_path):
    """``collectstatic`` was left out: every page would be an error."""
    storage = CompressedManifestStaticFilesStorage(location=tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checks, "staticfiles_storage", storage)
        (found,) = checks.files_of_pages_are_collected(None)
    assert "collectstatic" in found.msg


def test_nginx_takes_its_configuration(tmp_path):
    """The nginx of Debian 12, with every line of the file."""
    arguments, _port = configure(tmp_path, NOWHERE)
    result = subprocess.run([PROGRAM, "-t", *arguments], capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    assert "warn" not in result.stderr


def test_systemd_takes_the_units(tmp_path):
    """Each of them, with the programs that they name."""
    folder = tmp_path / "units"
    folder.mkdir()
    for unit in UNITS:
        text = unit.read_text("utf-8").replace("/opt/kdsite", str(ROOT))
        (folder / unit.name).write_text(text)
    result = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *folder.iterdir()],
        capture_output=True,
        text=True,
    )
    assert len(UNITS) == 4
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize(
    "unit", [each for each in UNITS if each.suffix == ".service"], ids=lambda p: p.name
)
def test_a_service_can_do_little(unit):
    """It writes to the site's folder alone, and becomes nobody else; gunicorn 27 has a home."""
    lines = unit.read_text("utf-8").splitlines()
    for line in (
        "User=kdsite",
        "NoNewPrivileges=yes",
        "ProtectSystem=strict",
        "PrivateTmp=yes",
        "CapabilityBoundingSet=",
        "Environment=HOME=/var/lib/kdsite",
        "StateDirectory=kdsite",
    ):
        assert line in lines, line

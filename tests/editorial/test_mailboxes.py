"""When two addresses may be one mailbox."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdsite.editorial.mailboxes import is_plain, mailbox_of

SAME = [
    ("maija@example.org", "Maija@Example.ORG"),
    ("maija@example.org", "maija+blogi@example.org"),
    ("maija@example.org", "maija+a+b@example.org"),
    ("maija@example.org", '"maija"@example.org'),
    ("maija@example.org", '"maija+blogi"@example.org'),
    ("maija@example.org", r'"mai\ja"@example.org'),
    ("maija@example.org", '"Maija" @example.org'),
    ("maija@example.org", " maija@example.org\n"),
    ("maija@example.org", "maija@example.org."),
    ("maija.malli@gmail.com", "maijamalli@gmail.com"),
    ("maija.malli@gmail.com", "m.a.i.j.a.m.a.l.l.i+x@GoogleMail.com"),
    ('"maija.malli"@gmail.com', "maijamalli@googlemail.com."),
    ("maija@hämeenlinna.fi", "maija@xn--hmeenlinna-q5a.fi"),
    ("maija@hämeenlinna.fi", "Maija@HÄMEENLINNA.FI"),
    ("maija@hämeenlinna.fi", "maija@ha\u0308meenlinna.fi"),
    ("maija@hämeenlinna.fi", "maija@XN--HMEENLINNA-Q5A.fi"),
    ("maija@example.org", "maija@ｅｘａｍｐｌｅ．org"),
    ("maija@example.org", "maija@example\u3002org"),
    ("maija@example.org", "maija@example.org\u200b"),
    ("maija@example.org", "maija@exam\u00adple.org"),
    ("maija@example.org", "mai\u2060ja@example.org"),
    ("maija@example.org", "maija@example\ufe0f.org"),
    ("maija@example.org", '"mai\x01ja"@example.org'),
    ("maija@proton.me", "Mai.ja@protonmail.com"),
    ("maija@proton.me", "mai_ja@pm.me"),
    ("maija@icloud.com", "maija@me.com"),
    ("maija@icloud.com", "maija+x@mac.com"),
    ("maija@yandex.ru", "maija@yandex.com"),
    ("maija.malli@ya.ru", "maija-malli@yandex.com.tr"),
    ("maija@fastmail.com", "blogi@maija.fastmail.com"),
]
DIFFERENT = [
    ("maija@example.org", "maja@example.org"),
    ("maija@example.org", "maija@example.com"),
    ("maija.malli@example.org", "maijamalli@example.org"),
    ("maija@hämeenlinna.fi", "maija@hameenlinna.fi"),
    ("maija@example.org", "maija@mail.example.org"),
    ("maija@gmail.com", "maija@gmail.fi"),
    ("maija@icloud.com", "mai.ja@icloud.com"),
    ("maija@fastmail.com", "maija@www.fastmail.com"),
]
NOT_PLAIN = ["a@b.fi\u200b", "a@b\u00adc.fi", "a@b.\u202efi", "\u0131@b.fi", "ä@b.fi",
             '"a\x01"@b.fi', '"a b"@b.fi', "a@b\ufe0f.fi", "a@b\u3164.fi", "a@b c.fi"]  # fmt: skip


@pytest.mark.parametrize("address", NOT_PLAIN, ids=ascii)
def test_these_are_not_plain(address):
    """Nobody sees what is in them, or no mail reaches them."""
    assert not is_plain(address)


@pytest.mark.parametrize("address", ["a+b@c.fi", '"a"@hämeenlinna.fi', "a@xn--hmeenlinna-q5a.fi",
                                     "a@ha\u0308meenlinna.fi"])  # fmt: skip
def test_these_are_plain(address):
    assert is_plain(address)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_these_reach_one_mailbox(one, other):
    assert mailbox_of(one) == mailbox_of(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_these_are_two(one, other):
    """What is often two people's is not taken for one."""
    assert mailbox_of(one) != mailbox_of(other)


local = st.from_regex(r"[a-z0-9]{1,8}(\.[a-z0-9]{1,8}){0,2}", fullmatch=True)
host = st.from_regex(r"[a-zåäö]{1,10}(\.[a-zåäö]{2,6}){1,2}", fullmatch=True)


@given(local, host, st.from_regex(r"[a-z0-9.+]{0,8}", fullmatch=True))
def test_any_address_is_one_in_all_its_spellings(name, domain, tag):
    """Letters, quotation marks, plus signs, and both forms of the host."""
    mailbox = mailbox_of(f"{name}@{domain}")
    ascii_domain = domain.encode("idna").decode("ascii")
    for spelling in (
        f"{name}+{tag}@{domain}",
        f'"{name}"@{domain}',
        f"{name.upper()}@{domain.upper()}.",
        f" {name}@{ascii_domain} ",
        f'"{name}+{tag}"@{ascii_domain.upper()}',
    ):
        assert mailbox_of(spelling) == mailbox


@given(st.text(max_size=40))
def test_whatever_is_typed_has_a_form(text):
    """It never fails, and blanks around it do not matter."""
    assert mailbox_of(f"  {text} ") == mailbox_of(text)

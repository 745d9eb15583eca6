"""When two addresses may be one mailbox."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdsite.editorial.mailboxes import mailbox_of

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
]
DIFFERENT = [
    ("maija@example.org", "maja@example.org"),
    ("maija@example.org", "maija@example.com"),
    ("maija.malli@example.org", "maijamalli@example.org"),
    ("maija@hämeenlinna.fi", "maija@hameenlinna.fi"),
    ("maija@example.org", "maija@mail.example.org"),
    ("maija@gmail.com", "maija@gmail.fi"),
]


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

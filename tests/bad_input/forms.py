"""Every form on a page, as a browser would send it."""

from bs4 import BeautifulSoup

from tests.support.forms.posted import form_data

# What a browser holds of itself.
LEFT_OUT = {"csrfmiddlewaretoken"}


def forms_of(response, address):
    """``[(method, action, fields, names of files)]`` of the page that ``response`` is."""
    found = []
    for form in BeautifulSoup(_html(response), "lxml").find_all("form"):
        fields, files = {}, []
        for tag in form.find_all(["input", "select", "textarea"]):
            name = tag.get("name")
            if not name or name in LEFT_OUT:
                continue
            if tag.get("type") == "file":
                files.append(name)
            else:
                fields[name] = _value(tag)
        action = (form.get("action") or "").split("#")[0]
        method = form.get("method", "get").lower()
        found.append((method, _address(action, address), fields, files))
    return _with_blocks(found, response, address)


def _with_blocks(found, response, address):
    """A page's form is made by a script from what stands in the context."""
    form = (response.context or {}).get("form")
    if not hasattr(form, "formsets"):
        return found
    fields = {
        name: value if isinstance(value, str) else str(value or "")
        for name, value in form_data(form).items()
    }
    others = []
    for method, action, drawn, files in found:
        if method == "post" and action == address:
            fields = drawn | fields
        else:
            others.append((method, action, drawn, files))
    return [*others, ("post", address, fields, [])]


def _html(response):
    if response.streaming:
        return ""
    text = response.content.decode(errors="replace")
    if response["Content-Type"].startswith("application/json"):
        # The windows of the admin come in JSON.
        try:
            answered = response.json()
        except ValueError:
            return ""
        return answered.get("html") or "" if isinstance(answered, dict) else ""
    return text if "html" in response["Content-Type"] else ""


def _value(tag):
    if tag.name == "textarea":
        return tag.text
    if tag.name == "select":
        chosen = tag.find("option", selected=True)
        return chosen.get("value", "") if chosen else ""
    return tag.get("value", "")


def _address(action, address):
    if action.startswith("/"):
        return action
    return address.split("?")[0] + (action if action.startswith("?") else "")

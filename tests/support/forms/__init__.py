"""The forms of the desk as a browser has them.

- posted: what a browser would post for a form.
- undrawn: the form on a page, without drawing the page.
"""

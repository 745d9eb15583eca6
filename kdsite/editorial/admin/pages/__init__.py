"""Wagtail's page views with ours in the places that the rule needs.

- action_menu: the buttons under the page editor, named for what they do here.
- buttons: what can be done with a page, in its menu.
- create: making a new page in the page editor: one at a time, and one page from one form.
- edit: saving in the page editor: one at a time, and never over something unseen.
- findings_panel: the panel beside the editor with what is found before a page is sent.
- listing: Wagtail's lists of pages, whose filters name only people behind pages that one may
  see.
- newer_versions: words that somebody else has saved since a form was opened, and what is said of them.
- one_at_a_time: one request at a time changes a page, all or nothing.
- page_state: where a page stands, in the words of the bar under its editor.
- privacy: hiding a page from readers and showing it again: one act of one editor, for both languages.
- revert: making an older version of a page the newest again.
- take_down: taking down what is public, in both languages.
- viewset: Wagtail's page views, with ours in the places that the rule needs.
"""

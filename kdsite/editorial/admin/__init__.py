"""The editorial work in Wagtail's admin: the only package that knows a request of the admin.

- actions: what the buttons of review and translation do.
- approvers: what whoever stands behind a text sees beside the page itself.
- calendar: the calendar on the screen.
- choosers: choosing a page or an image: in the language of whoever chooses, and shown to who
  may choose it.
- facts: facts are not words: one editor changes them at once, for both languages.
- address_rules: addresses of the admin that stock Wagtail or wagtail-localize leave open, and to whom.
- gate: who passes into the admin.
- homepage_panels: what else waits for whom, on the front page of the admin.
- mail_choice: everybody's own settings: when they want the site's mail.
- outdated_translations: translations that are behind: the list, and one beside its original.
- overdue: what was to be public by now and is not: why, and the next step.
- page_screen: an editor's screen and its menu item, and what the screens about one page have in
  common.
- pages: Wagtail's page views with ours in the places that the rule needs.
- private_links: the private links of a page: who has one, what they answered, and sending
  another.
- release_record: the record on screen and as CSV: for editors and superusers, to read only.
- review: the screens of review and translation.
- strings: the strings of a translation: in the place of wagtail-localize's views, which let the
  later of two translators win.
- to_do: what must be done now, most urgent first, on top of the admin's front page.
- translating: the table in which a page is translated; in the place of wagtail-localize's editor.
- urls: addresses.
- version_differences: what a draft changes for readers, without what only looks like a change.
"""

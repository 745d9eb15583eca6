"""What whoever stands behind a text sees beside the page itself.

- along: what goes out with a page: what is other than what they saw.
- asked_changes: the list of what was asked to be changed, for the writer to tick off.
- basis: what a version is compared with: what this reviewer saw last, or what is public.
- beside_the_page: what readers or machines get and the page does not show, and where its links
  lead.
- missing_word: whose word a review waits for, and how it is given.
- preview: the version that is on the review screen, as readers will see it.
- what_happens: what the buttons of the review do and when, in the words that stand beside them.
"""

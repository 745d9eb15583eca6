"""What whoever stands behind a text sees beside the page itself.

- beside_the_page: what readers or machines get and the page does not show, and where its links lead.
"""

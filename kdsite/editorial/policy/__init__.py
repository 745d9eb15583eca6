"""Who may do what.

- approval_rule: the rule: a revision goes live when two different people stand behind exactly
  it.
- approvers: who can approve a version now.
- closed_accounts: accounts are closed, not deleted: decisions keep their names.
- deciding_groups: on what the groups of an account decide.
- hearing: who may say that they have read what an author answered by a private link.
- hosts: who answers for an account: whoever has invited it, or given it another address or
  role.
- many_decisions: decisions on many pages, for a list: what all of them need is read once.
- named_authors: the people whom a page names as its authors, with or without an account.
- permissions: who may see and change which page.
- reviews_stay: the reviews stay as the site made them.
- staffing: are there people enough? Publishing takes two.
- standing: who stands behind a version: what the words on a page are worth, the newest first.
- two_people: when two accounts are two people: an account that one person alone vouches for may
  be theirs.
- waiting_along: what is approved with a text that waits for its time waits with it.
"""

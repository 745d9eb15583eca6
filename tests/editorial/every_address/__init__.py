"""Every address of the admin, fetched and posted to: no stranger sees a marked word, and nothing
public changes.

Made from the URL resolver, never from a list made by hand: a new address with a place that this
test does not know fails it.
"""

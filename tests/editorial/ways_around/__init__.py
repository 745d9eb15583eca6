"""Every known way around moderation (moderation.md B1 to B19), tried as the role that could go it
and as superuser, through the HTTP address where there is one.

Each test passes when what readers see has not changed. On a stock installation each fails.
"""

"""Commands about accounts.

- renew_factor_secrets: after another ``SECRET_KEY`` second factors are written anew under it.
"""

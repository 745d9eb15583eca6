"""Settings of the log-in: accounts, passwords, limits, the second factor, sessions."""

from datetime import timedelta

import environ

env = environ.Env()

# Everybody gets in by a password that the README tells.
DEMO = env.bool("DEMO", default=False)
# Of everybody who decides on anything.
SECOND_FACTOR_REQUIRED = not DEMO

AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "kdsite.accounts.passwords.GuessableValidator"},
]

# The one log-in. Wagtail's own addresses of it lead there: kdsite/accounts/login/urls.py.
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
# Passwords are changed and forgotten there, too.
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False

ACCOUNT_ADAPTER = "kdsite.accounts.login.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "kdsite.accounts.login.forms.LoginForm",
    "reauthenticate": "kdsite.accounts.login.forms.ReauthenticateForm",
    "reset_password": "kdsite.accounts.login.forms.ResetForm",
    "reset_password_from_key": "kdsite.accounts.login.forms.NewPasswordForm",
    "change_password": "kdsite.accounts.login.forms.ChangePasswordForm",
    "request_login_code": "kdsite.accounts.login.forms.CodeForm",
}
# An account has one address, in its own row; nobody signs up.
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = (
    "django.contrib.auth.tokens.PasswordResetTokenGenerator"
)
# Whoever asks about an address that nobody has gets a mail of ours: mails.py.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = True
# Who writes once a year gets in by a code in their mail; it works on the page that asked for it.
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60

# The log-in of one organisation (OpenID Connect), for accounts that are tied to it; see organisation.py.
OIDC_APPS = []
if env.str("OIDC_PROVIDER_URL", default=""):
    OIDC_APPS = [
        "allauth.socialaccount",
        "allauth.socialaccount.providers.openid_connect",
    ]
    SOCIALACCOUNT_ADAPTER = "kdsite.accounts.login.organisation.OrganisationAdapter"
    SOCIALACCOUNT_REAUTHENTICATION_REQUIRED = True
    SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": "oidc",
                    "name": "OpenID Connect",
                    "client_id": env.str("OIDC_CLIENT_ID", default=""),
                    "secret": env.str("OIDC_CLIENT_SECRET", default=""),
                    "settings": {"server_url": env.str("OIDC_PROVIDER_URL")},
                }
            ],
        }
    }

# Passkeys are a second factor, beside the password and not in its place.
MFA_ADAPTER = "kdsite.accounts.login.adapter.FactorAdapter"
MFA_FORMS = {
    "add_webauthn": "kdsite.accounts.login.forms.PasskeyForm",
    "edit_webauthn": "kdsite.accounts.login.forms.RenameForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Kuntademokratiaverkosto"
# A phone's clock may be half a minute off.
MFA_TOTP_TOLERANCE = 1
# An address is known by the invitation that went to it.
MFA_ALLOW_UNVERIFIED_EMAIL = True

# How many wrong passwords or codes an account takes: then nobody gets in for an hour.
WRONG_PASSWORDS = "10/h/key"
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": f"20/10m/ip,{WRONG_PASSWORDS}",
    "change_password": "5/10m/user",
    "reset_password": "10/10m/ip,3/h/key",
    "reset_password_from_key": "20/10m/ip",
    "request_login_code": "10/10m/ip,3/h/key",
    # Ours: the password of a page.
    "page_password": "10/10m/ip",
}

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = int(timedelta(days=14).total_seconds())
CSRF_FAILURE_VIEW = "kdsite.views.session_expired"

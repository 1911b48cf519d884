# SPDX-License-Identifier: Apache-2.0
"""The settings of Django, made from the environment (``environment``). Every app is named here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from tiendo.server.project.databases import describe_database
from tiendo.server.project.environment import Mode, read_environment

ENVIRONMENT = read_environment()

SECRET_KEY = ENVIRONMENT.secret_key or "missing"  # a check names what is missing and stops production
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)
DEBUG = False

INSTALLED_APPS = [
    "tiendo.server.project",
    "tiendo.server.api",
    "tiendo.server.board",
    "tiendo.server.intake",
    "tiendo.server.collect",
    "tiendo.server.targets",
    "tiendo.server.figures",
    "tiendo.server.documents",
    "tiendo.server.jobs",
    "tiendo.server.accounts",
    "tiendo.server.units",
    "tiendo.server.audit",
    "tiendo.server.support",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",  # the pages of allauth's two-factor part ask for it
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",  # a page is open to strangers only when it says so
    "allauth.account.middleware.AccountMiddleware",
    "tiendo.server.accounts.middleware.ScopeMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "tiendo.server.accounts.middleware.FirstStepsMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "tiendo.server.support.refusals.RefusalMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "tiendo.server.project.urls"
WSGI_APPLICATION = "tiendo.server.project.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tiendo.server.project.navigation.frame",
            ],
        },
    }
]

DATABASES = {"default": describe_database(ENVIRONMENT)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
if ENVIRONMENT.mode is Mode.TEST:  # a test signs in a thousand times
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
_PASSWORDS = "tiendo.server.accounts.passwords"
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": f"{_PASSWORDS}.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": f"{_PASSWORDS}.UnlikeTheName", "OPTIONS": {"user_attributes": ("username", "full_name", "email")}},
    {"NAME": f"{_PASSWORDS}.Uncommon"},
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "/"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Vietnamese")), ("en", _("English"))]
LOCALE_PATHS = [Path(__file__).with_name("locale")]  # apps bring their own; this one is no app
LANGUAGE_COOKIE_SAMESITE = "Lax"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_THOUSAND_SEPARATOR = False  # figures are written by the kernel, exactly

STATIC_URL = "static/"
# Tokens and fonts lie in the library that writes the one-file page; both use the same files.
STATICFILES_DIRS = [("look", Path(__file__).parents[2] / "render/page/assets/look")]
WHITENOISE_USE_FINDERS = True  # served from the package, nothing has to be collected
WHITENOISE_MAX_AGE = 3600
MEDIA_ROOT = ENVIRONMENT.data / "files"
FILE_UPLOAD_MAX_MEMORY_SIZE = 1 << 20
FILE_UPLOAD_TEMP_DIR = None
DATA_UPLOAD_MAX_NUMBER_FILES = 100

SESSION_COOKIE_AGE = 12 * 60 * 60  # one working day, counted from the sign-in
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENVIRONMENT.is_https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.is_https else None
SECURE_HSTS_SECONDS = 31_536_000 if ENVIRONMENT.is_https else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Nothing is loaded from another host, and no script stands in a page.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "style-src": [SELF, "'unsafe-inline'"],  # bars and charts set their length on the element
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}

# Files, so that all processes of the server count tries together; tests begin with nothing.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": ENVIRONMENT.data / "cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
if ENVIRONMENT.mode is Mode.TEST:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

API_REQUESTS_A_MINUTE = 600  # of one token, or of one person without one

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

# Wrong tries: five for one name from one address, then that pair waits (django-axes, in the database); looser limits
# over all addresses of a name and all names of an address (allauth, in the cache).
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # else a stranger could lock a name out for ever
AXES_ENABLED = ENVIRONMENT.mode is not Mode.TEST
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = True  # accounts.SignIn holds what is kept, and for how long
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "login", "code", "oldpassword", "password1", "password2"]
AXES_CLIENT_IP_CALLABLE = "tiendo.server.accounts.address.get_address"
AXES_USERNAME_CALLABLE = "tiendo.server.accounts.views.account.find_username"
AXES_LOCKOUT_CALLABLE = "tiendo.server.accounts.views.account.lock_out"

ALLAUTH_TRUSTED_PROXY_COUNT = ENVIRONMENT.proxies
_FORMS = "tiendo.server.accounts.forms"
ACCOUNT_ADAPTER = "tiendo.server.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": f"{_FORMS}.SignInForm",
    "change_password": f"{_FORMS}.PasswordForm",
    "reauthenticate": f"{_FORMS}.AgainForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]  # nobody signs up by himself; see the adapter
ACCOUNT_SESSION_REMEMBER = False  # a session ends with the browser: machines of an office are shared
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "30/m/ip,20/15m/key",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
}
MFA_ADAPTER = "tiendo.server.accounts.adapter.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": f"{_FORMS}.CodeForm",
    "reauthenticate": f"{_FORMS}.CodeAgainForm",
    "activate_totp": f"{_FORMS}.FirstCodeForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_RECOVERY_CODES_SHOW_ONCE = True  # who finds an open screen must not read them
MFA_TOTP_TOLERANCE = 1  # the clock of a telephone may be half a minute off
MFA_TOTP_ISSUER = "Tiến Độ"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"terminal": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["terminal"], "level": "WARNING"},
}

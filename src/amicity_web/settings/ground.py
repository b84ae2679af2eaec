"""What every use of the site shares. Read from the environment: AMICITY_VAR, AMICITY_DATABASE, AMICITY_HOME_PLACE, AMICITY_PILE,
AMICITY_MAP_BORDERS, AMICITY_LICENCE, AMICITY_PUBLISHER."""

import os
from datetime import timedelta
from logging import LogRecord
from pathlib import Path

from csp.constants import NONE, SELF
from django.contrib.messages import constants as levels

from amicity_web.settings.database import database
from amicity_web.settings.secret import secret_key

SERVER_ERROR = 500
SITE = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("AMICITY_VAR", "var")).absolute()
PILE = Path(os.environ.get("AMICITY_PILE", SITE.parent.parent / "pile"))
HOME_PLACE = os.environ.get("AMICITY_HOME_PLACE", "")
"""The key of the home city, e.g. ``geonames:2034937``; where it is empty, the pile's own."""

MAP_BORDERS = os.environ.get("AMICITY_MAP_BORDERS", "all")
"""Whether the map draws lines between countries: ``all`` or ``none`` (see the site's map policy)."""

LICENCE = os.environ.get("AMICITY_LICENCE", "CC-BY-4.0")
"""On what terms others may use what is downloaded: an SPDX identifier of ``amicity.terms.licence``."""

PUBLISHER = os.environ.get("AMICITY_PUBLISHER", "")
"""Whom they shall credit: the office that keeps the register."""

SECRET_KEY = os.environ.get("AMICITY_SECRET_KEY") or secret_key(VAR)
DEBUG = False
ALLOWED_HOSTS: list[str] = []
DATABASES = {"default": database(os.environ.get("AMICITY_DATABASE", ""), var=VAR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "amicity_web.store",
    "amicity_web.accounts",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "amicity_web.api.envelope.Envelope",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "amicity_web.accounts.door.Door",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SITE / "templates"],
        "OPTIONS": {
            "loaders": [("django.template.loaders.cached.Loader", ["django.template.loaders.filesystem.Loader"])],
            "builtins": ["amicity_web.wording.filters"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "amicity_web.store.site.site",
            ],
        },
    }
]
ROOT_URLCONF = "amicity_web.urls"
WSGI_APPLICATION = "amicity_web.wsgi.application"

STATIC_URL = "/static/"
STATICFILES_DIRS = [SITE / "static"]
WHITENOISE_USE_FINDERS = True

AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "accounts:login"
LOGIN_REDIRECT_URL = "desk:queue"
LOGOUT_REDIRECT_URL = "/"
ONE_TIME_LINK_AGE = timedelta(hours=24)
AXES_FAILURE_LIMIT = 6
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "accounts/locked.html"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "amicity_web.accounts.views.csrf_failure"
DATA_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
UPLOAD_LIMIT = 20 * 1024 * 1024
"""The largest report taken by the desk, in bytes."""

API_LIMITS = {"read": 600, "reconcile": 3000, "export": 30, "write": 60}
"""How many requests a token, or an address without one, may send to the API in a minute."""

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
USE_I18N = True
TIME_ZONE = "UTC"
USE_TZ = True
MESSAGE_TAGS = {levels.ERROR: "error"}


def _brief(record: LogRecord) -> bool:
    """A request that cannot be understood is one line in the log, not a traceback: anybody may send one."""
    if getattr(record, "status_code", SERVER_ERROR) < SERVER_ERROR:
        record.exc_info = None
    return True


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"brief": {"()": "django.utils.log.CallbackFilter", "callback": _brief}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["brief"]}},
    "loggers": {"django": {"handlers": ["console"], "level": "WARNING", "propagate": False}},
}

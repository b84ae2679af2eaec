"""An office's server, behind HTTPS. AMICITY_HOSTS names the hosts it answers to, separated by commas."""

import os

from amicity_web.settings import sqlite
from amicity_web.settings.ground import *  # noqa: F403
from amicity_web.settings.ground import DATABASES, VAR

ALLOWED_HOSTS = [host for host in os.environ.get("AMICITY_HOSTS", "").split(",") if host]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if os.environ.get("AMICITY_BEHIND_PROXY") else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    sqlite.refuse_network_file_system(VAR)

"""Every setting of Fourfold. What an installation may change is read from FOURFOLD_… variables; see .env.example."""

import os
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from assessment.config.databases import make_database
from assessment.config.environment import Environment, read_env_file
from assessment.config.mail import TIMEOUT_SECONDS, read_mail, read_sender
from assessment.config.oidc import read_oidc
from assessment.config.secret_key import kept_secret_key
from assessment.config.signing import signing_settings

BASE_DIR = Path(__file__).resolve().parents[2]
environment = Environment(read_env_file(BASE_DIR / ".env") | dict(os.environ))

DATA_DIR = BASE_DIR / environment.text("FOURFOLD_DATA_DIR", "var")
DEBUG = environment.flag("FOURFOLD_DEBUG", default=False)
SECRET_KEY = environment.text("FOURFOLD_SECRET_KEY", "") or kept_secret_key(DATA_DIR)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *environment.items("FOURFOLD_ALLOWED_HOSTS", "")]
HTTPS = environment.flag("FOURFOLD_HTTPS", default=False)
HOST = environment.text("FOURFOLD_HOST", "127.0.0.1")
PORT = environment.number("FOURFOLD_PORT", 8000, low=1, high=65535)
ADDRESS = environment.address("FOURFOLD_ADDRESS", f"http://{'127.0.0.1' if HOST == '0.0.0.0' else HOST}:{PORT}")
PRINTS_ADDRESS = environment.flag("FOURFOLD_PRINT_ADDRESS", default=bool(environment.text("FOURFOLD_ADDRESS", "")))
CONTACT = environment.text("FOURFOLD_CONTACT", "")
WORKERS = environment.number("FOURFOLD_WORKERS", 2, low=1, high=64)
REPORT_WORKERS = environment.number("FOURFOLD_REPORT_WORKERS", 1, low=0, high=64)
PDF = environment.choice("FOURFOLD_PDF", "ua", ("ua", "a"))

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "csp",
    "crispy_forms",
    "crispy_bootstrap5",
    "assessment.config",
    "recommendations.desk",
    "recommendations.studio",
    "recommendations.report",
    "recommendations.plan",
    "recommendations.catalogue",
    "recommendations.playbook",
    "assessment.benchmarks",
    "assessment.responses",
    "assessment.bank",
    "assessment.accounts",
    "assessment.mail",
    "assessment.audit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "assessment.responses.lane.AnswerLane",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "assessment.config.middleware.KeepOutOfSearch",
    "assessment.config.middleware.RefuseUnstorableInput",
    "assessment.config.middleware.AnswerWhileDatabaseIsAway",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "assessment.config.bodies.RefuseLargeBodies",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "assessment.accounts.signing.second_factor.RequireSecondFactor",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "recommendations.studio.bases.AnswerOutOfDate",
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
ROOT_URLCONF = "assessment.config.urls"
WSGI_APPLICATION = "assessment.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "assessment.accounts.context.person",
            ],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

DATABASES = {
    "default": make_database(
        environment.text("DATABASE_URL", ""),
        data_dir=DATA_DIR,
        synchronous=environment.choice("FOURFOLD_SQLITE_SYNCHRONOUS", "full", ("full", "normal")),
    ),
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
WORKSPACES = environment.choice("FOURFOLD_WORKSPACES", "open", ("open", "administrator"))
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "assessment.accounts.signing.passwords.NotWhoYouAre"},
    {"NAME": "assessment.accounts.signing.passwords.LongEnough", "OPTIONS": {"min_length": 12}},
    {"NAME": "assessment.accounts.signing.passwords.NotCommon"},
]
SECOND_FACTOR = environment.choice("FOURFOLD_SECOND_FACTOR", "required", ("required", "optional"))
OIDC = read_oidc(environment)
PROXIES = environment.number("FOURFOLD_PROXIES", 1 if HTTPS else 0, low=0, high=9)
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "accounts:sign-in"
globals().update(signing_settings(address=ADDRESS, proxies=PROXIES, oidc=OIDC))

LANGUAGES = [("en", _("English")), ("zh-hans", _("Simplified Chinese"))]
LANGUAGE_CODE = environment.choice("FOURFOLD_LANGUAGE", "en", ("en", "zh-hans"))
FORMAT_MODULE_PATH = "assessment.config.formats"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
TIME_ZONE = environment.time_zone("FOURFOLD_TIME_ZONE", "Asia/Shanghai")
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ["png", "ico", "ttf", "txt"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": DATA_DIR / "files"}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Shared by all workers: it counts attempts to sign in. Django's limit of 300 entries would let a stranger push counters out.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
}

SESSION_COOKIE_AGE = 14 * 24 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "assessment.config.views.csrf_failed"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # asked from inside, where there is no TLS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "base-uri": [NONE],
        "object-src": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}

_mail = read_mail(environment.text("FOURFOLD_MAIL", "file"), data_dir=DATA_DIR)
MAIL_REACHES_PEOPLE = _mail.reaches_people
DEFAULT_FROM_EMAIL = read_sender(environment.text("FOURFOLD_MAIL_FROM", ""), is_needed=MAIL_REACHES_PEOPLE)
EMAIL_BACKEND = _mail.backend
EMAIL_HOST = _mail.host
EMAIL_PORT = _mail.port
EMAIL_HOST_USER = _mail.user
EMAIL_HOST_PASSWORD = _mail.password
EMAIL_USE_TLS = _mail.use_tls
EMAIL_USE_SSL = _mail.use_ssl
EMAIL_FILE_PATH = _mail.file_path
EMAIL_TIMEOUT = TIMEOUT_SECONDS

DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
# The longest form is an order of reports with every client ticked: one that is too long is told so, up to this many.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {
        "strangers": {"()": "assessment.config.logs.SayStrangersInOneLine"},
        "secrets": {"()": "assessment.config.logs.LeaveOutSecrets"},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["strangers", "secrets"]}
    },
    "loggers": {"django.request": {"level": "ERROR"}},
    "root": {
        "handlers": ["console"],
        "level": environment.choice("FOURFOLD_LOG_LEVEL", "warning", ("debug", "info", "warning", "error")).upper(),
    },
}

"""Django settings: machine-dependent values come from the environment; defaults are safe."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from newsroom import catalogues, databases, secrets

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(env.str("NEWSROOM_DATA", default=str(BASE_DIR / "var")))

env.read_env(DATA_DIR / "newsroom.env")  # the environment comes first

DEBUG = env.bool("NEWSROOM_DEBUG", default=False)
SECRET_KEY = env.str("NEWSROOM_SECRET_KEY", default="") or secrets.key(DATA_DIR)
ALLOWED_HOSTS = env.list("NEWSROOM_ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("NEWSROOM_TRUSTED_ORIGINS", default=[])
HTTPS = env.bool("NEWSROOM_HTTPS", default=False)

# The order follows the house: a room above may use the rooms below it, never the reverse.
INSTALLED_APPS = [
    "newsroom.website",
    "newsroom.desk",
    "newsroom.demo",
    "newsroom.exchange",
    "newsroom.profiles",
    "newsroom.search",
    "newsroom.checks",
    "newsroom.articles",
    "newsroom.photos",
    "newsroom.cooperation",
    "newsroom.people",
    "newsroom.places",
    "newsroom.terms",
    "newsroom.sources",
    "newsroom.lists",
    "newsroom.publishing",
    "newsroom.masthead",
    "newsroom.accounts",
    "newsroom",  # the house itself, for its commands
    "newsroom.desk.apps.DeskAdmin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_filters",
    "django_prose_editor",
    "axes",
    "csp",
]

# Session, sign-in, messages and CSRF act under /admin/ only: a public page never looks at who asks.
MIDDLEWARE = [
    "newsroom.website.middleware.RoomForCalls",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "newsroom.desk.middleware.ContentPolicy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.website.middleware.GZipText",
    "newsroom.website.middleware.Freshness",
    "django.middleware.http.ConditionalGetMiddleware",
    "newsroom.website.middleware.LanguageOfAddress",
    "newsroom.website.middleware.PoliteRefusal",
    "django.middleware.common.CommonMiddleware",
    "newsroom.website.large_type.KeepLargeType",
    "newsroom.desk.middleware.DeskSession",
    "newsroom.desk.middleware.DeskCsrf",
    "newsroom.desk.middleware.DeskSignIn",
    "newsroom.desk.middleware.DeskLanguage",
    "newsroom.desk.middleware.DeskMessages",
    "newsroom.desk.middleware.DeskThrottle",
    "newsroom.website.middleware.ExceptionsToPages",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "newsroom.website.context.page",
            ],
        },
    },
]

DATABASES = {"default": databases.configured(env.str("DATABASE_URL", default=""), DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Not used yet: nothing of the product asks the cache.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": env.str("REDIS_URL"),
    }
    if env.str("REDIS_URL", default="")
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "admin:login"
SILENCED_SYSTEM_CHECKS = ["axes.W002"]  # the desk's own subclass of its middleware is installed
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "newsroom.desk.views.locked_out"
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False  # who tried to sign in is no record of the desk

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Chinese")), ("en", _("English"))]
LOCALE_PATHS = [catalogues.compiled_folder(DATA_DIR)]  # made by management/translations.py
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"  # of the machine's own log; what is printed goes by the office's (masthead)

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "newsroom.website.stylesheets.BoundStaticFiles"},
}
MEDIA_ROOT = DATA_DIR / "files"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "manifest-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
DESK_ADDRESS = SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/admin/"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "newsroom.desk.views.not_saved"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Not used yet: nothing of the product sends mail.
EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)

FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "newsroom.forms.uploads.Bounded",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

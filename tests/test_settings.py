"""The settings as a server reads them, in a process of its own: what holds under HTTPS and what without it."""

import json
import os
import subprocess
import sys

import pytest

from tests.architecture.reading import ROOT

PRINT = """
import json
from newsroom import settings
names = [name for name in dir(settings) if name.isupper() and ("SECURE" in name or "COOKIE" in name)]
print(json.dumps({name: getattr(settings, name) for name in names}))
"""
ALWAYS = {
    "CSRF_COOKIE_HTTPONLY": True,
    "CSRF_COOKIE_PATH": "/admin/",
    "CSRF_COOKIE_SAMESITE": "Lax",
    "SESSION_COOKIE_HTTPONLY": True,
    "SESSION_COOKIE_PATH": "/admin/",
    "SESSION_COOKIE_SAMESITE": "Lax",
    "SECURE_CONTENT_TYPE_NOSNIFF": True,
    "SECURE_CROSS_ORIGIN_OPENER_POLICY": "same-origin",
    "SECURE_REFERRER_POLICY": "strict-origin-when-cross-origin",
}
WITHOUT = {
    "CSRF_COOKIE_SECURE": False,
    "SESSION_COOKIE_SECURE": False,
    "SECURE_HSTS_SECONDS": 0,
    "SECURE_PROXY_SSL_HEADER": None,
}
UNDER_HTTPS = {
    "CSRF_COOKIE_SECURE": True,
    "SESSION_COOKIE_SECURE": True,
    "SECURE_HSTS_SECONDS": 31_536_000,
    "SECURE_PROXY_SSL_HEADER": ["HTTP_X_FORWARDED_PROTO", "https"],
}


@pytest.mark.parametrize(("https", "told"), [("true", UNDER_HTTPS), ("false", WITHOUT)])
def test_every_setting_of_cookies_and_security_has_its_value(https, told):
    surroundings = os.environ | {"NEWSROOM_HTTPS": https}
    printed = subprocess.run(
        [sys.executable, "-c", PRINT], cwd=ROOT, env=surroundings, capture_output=True, text=True, check=True
    )

    assert json.loads(printed.stdout) == ALWAYS | told

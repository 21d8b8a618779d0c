"""Pressing the button of a deed's page: what is sent carries the statement that the page showed."""

from typing import Any

from django.http import HttpResponse
from django.test import Client


def press(client: Client, address: str, answers: dict | None = None, **how: Any) -> HttpResponse:
    """Open the page and press its button."""
    return send(client, address, client.get(address), answers, **how)


def send(client: Client, address: str, shown: HttpResponse, answers: dict | None = None, **how: Any) -> HttpResponse:
    """Press the button of a page that was `shown` before."""
    statement = shown.context.get("statement", "") if shown.context else ""
    return client.post(address, {"statement": statement, **(answers or {})}, **how)


def choose_and_press(client: Client, address: str, answers: dict | None = None) -> HttpResponse:
    """Press the button, and once more where the page first shows what was chosen on it."""
    shown = press(client, address, answers)
    return send(client, address, shown, answers) if shown.context and shown.context.get("changed") else shown

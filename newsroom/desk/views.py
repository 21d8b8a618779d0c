"""What the desk does about itself."""

from django.conf import settings
from django.contrib import admin
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST


@require_POST
def change_language(request):
    """Let the desk speak another language to whoever asks, and go back to where they were."""
    if request.POST.get("language") in dict(settings.LANGUAGES):
        request.user.language = request.POST["language"]
        request.user.save(update_fields=["language"])
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = "admin:index"
    return redirect(back)


def locked_out(request, response=None, credentials=None):
    """Say to whoever tried too often to sign in how long to wait; called by django-axes."""
    return render(request, "desk/locked_out.html", admin.site.each_context(request), status=429)

"""Views of theme files: stylesheet, icons and logo, each at a content-hashed address."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from newsroom.masthead import icons
from newsroom.website import theme

NOT_KEPT = {"Cache-Control": "no-store"}
KEPT_FOR_A_DAY = {"Cache-Control": "public, max-age=86400"}
KEPT_FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}


@require_safe
def stylesheet(request: HttpRequest, content_hash: str) -> HttpResponse:
    """Return the stylesheet in the office's colour, gzipped if the client accepts it."""
    own = theme.of(request.site)
    if own is None or own.content_hash != content_hash:
        return HttpResponseRedirect(theme.addresses(request.site)["stylesheet"], headers=NOT_KEPT)
    packed = "gzip" in request.headers.get("Accept-Encoding", "")
    headers = KEPT_FOR_EVER | {"Vary": "Accept-Encoding"} | ({"Content-Encoding": "gzip"} if packed else {})
    return HttpResponse(own.packed if packed else own.stylesheet, content_type="text/css", headers=headers)


@require_safe
def icon(request: HttpRequest, content_hash: str) -> HttpResponse:
    """Return the icon in the office's colour."""
    own = theme.of(request.site)
    if own is None or own.content_hash != content_hash:
        return HttpResponseRedirect(theme.addresses(request.site)["icon"], headers=NOT_KEPT)
    return HttpResponse(own.icon, content_type="image/svg+xml", headers=KEPT_FOR_EVER)


@require_safe
def drawn(request: HttpRequest, colour: str, name: str) -> HttpResponse:
    """Return a static icon or image, recoloured in the office's colour."""
    if name not in icons.KINDS:
        raise Http404
    if icons.colour_code(request.site) != colour:
        return HttpResponseRedirect(icons.address(name, request.site), headers=NOT_KEPT)
    return HttpResponse(icons.drawn(name, request.site), content_type=icons.KINDS[name], headers=KEPT_FOR_A_DAY)


@require_safe
def logo(request: HttpRequest, content_hash: str) -> HttpResponse:
    """Return the office's logo; a new logo has a new address."""
    if request.site.logo_hash != content_hash:
        raise Http404
    return HttpResponse(bytes(request.site.logo), content_type="image/png", headers=KEPT_FOR_EVER)

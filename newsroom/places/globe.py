"""Great circles on the globe, with longitudes relative to their start.

A great circle never crosses the meridian opposite its start, so that in relative longitudes the line has no break.
"""

from math import acos, asin, atan2, cos, degrees, radians, sin
from typing import Any

ARC_PIECES = 48


def arc(start: Any, end: Any) -> Any:
    """Return the great circle between two (longitude, latitude) as points (degrees east of start, latitude)."""
    a, b = _vector(*start), _vector(*end)
    angle = acos(max(-1.0, min(1.0, sum(p * q for p, q in zip(a, b, strict=True)))))
    if sin(angle) < 1e-9:  # the same point, or its antipode, to which every great circle is equally short
        return [(0, start[1]), (east_of(start[0], end[0]), end[1])]
    points = []
    for piece in range(ARC_PIECES + 1):
        share = piece / ARC_PIECES
        near, far = sin((1 - share) * angle) / sin(angle), sin(share * angle) / sin(angle)
        x, y, z = (near * p + far * q for p, q in zip(a, b, strict=True))
        points.append((east_of(start[0], degrees(atan2(y, x))), degrees(asin(max(-1.0, min(1.0, z))))))
    return points


def east_of(meridian: Any, longitude: Any) -> Any:
    """Return degrees east of the meridian, in [-180, 180)."""
    return (longitude - meridian + 180) % 360 - 180


def _vector(longitude: Any, latitude: Any) -> tuple:
    east, north = radians(longitude), radians(latitude)
    return cos(north) * cos(east), cos(north) * sin(east), sin(north)

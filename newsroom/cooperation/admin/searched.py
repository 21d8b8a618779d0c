"""Search paths of the admin: a record is found by every name under which it is shown, also by a generated one."""

NAMES = ("name_zh", "name_en", "other_names")
# From a row that is a place or an institution, such as a party, to the names of either.
BODIES = (
    *(f"place__{name}" for name in NAMES),
    *(f"institution__{name}" for name in (*NAMES, "short_zh", "short_en")),
)
SENDERS = tuple(f"senders__{path}" for path in BODIES)

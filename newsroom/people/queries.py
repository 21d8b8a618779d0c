"""Which people."""

from newsroom.publishing.naming import NamedQuerySet


class PersonQuerySet(NamedQuerySet):
    """People, in the reader's words."""

    def public(self, at):
        """Whom something public names, unless a deed has hidden them."""
        return super().public(at).filter(hidden_at__isnull=True)

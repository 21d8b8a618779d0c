"""What a story claims beside its own words: its kicker, and the numbers of its record card."""

from newsroom.claims import Claim

CLAIMS = (
    Claim(
        "story.visit",
        ("Visit", "Visit announced", "Visit called off"),
        "an event that the story reports has a delegation that came from elsewhere, as far as known; one that took "
        "place is named before one that did not",
        "the state of the events, their places, and who sent the delegations",
    ),
    Claim(
        "story.agreements",
        ("%(count)s agreement",),
        "so many texts were signed at the events that the story reports, or are reported themselves and were not "
        "surely signed before all of these events",
        "the agreements of the story and of its events, their days, what bundles they belong to",
    ),
)

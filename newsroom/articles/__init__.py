"""Stories: an article, its edition in each language, the versions of an edition."""

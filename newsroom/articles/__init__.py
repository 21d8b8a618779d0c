"""Stories: an article, its edition in each language, and the versions (revisions) of an edition.

The largest room, and one idea: the life of an article from draft to public page. Workflow (`deeds`), desk forms
(`admin`), reader pages and feeds all read the same models and phases; split, each part would import most of the rest.
"""

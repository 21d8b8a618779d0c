"""In and out: imports and exports of whole registers. Not used yet: nothing stands in this room."""

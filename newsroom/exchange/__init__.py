"""In and out: imports and exports of whole registers."""

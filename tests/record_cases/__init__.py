"""Record shapes of real pages: entered in the desk as an editor does, approved by another, read by everybody."""

"""Nothing that readers may not see stands anywhere on the site: a hidden word in every field of every hidden state."""

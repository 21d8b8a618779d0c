"""Site settings: name, home place, approvals, footer, theme colours, logo."""

"""The office's own choices: name, home place, approvals, footer."""

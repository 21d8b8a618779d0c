"""What happened and what was signed: events, delegations, agreements, stages."""

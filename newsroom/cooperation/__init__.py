"""What happened and what was signed: events, delegations, agreements, stages.

One idea: the record of cooperation. Its models point to each other in a ring (a delegation's stops are events, an
agreement is signed at an event, a stage is made by an agreement), so their queries, rows and pages are not parted.
"""

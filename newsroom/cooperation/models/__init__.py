"""Models of events, delegations, appearances, agreements, follow-ups, stages and their citations."""

from newsroom.cooperation.models.agreements import Agreement, Field
from newsroom.cooperation.models.appearances import Appearance
from newsroom.cooperation.models.citations import (
    AgreementCitation,
    DelegationCitation,
    EventCitation,
    FollowUpCitation,
    StageCitation,
)
from newsroom.cooperation.models.delegations import Delegation, Sender
from newsroom.cooperation.models.events import Event, Visited
from newsroom.cooperation.models.follow_ups import FollowUp
from newsroom.cooperation.models.parties import Approval, Party
from newsroom.cooperation.models.stages import Stage
from newsroom.cooperation.models.stops import Stop
from newsroom.cooperation.models.typed import InStep, Proposed, differs, is_typed

__all__ = [
    "Agreement",
    "AgreementCitation",
    "Appearance",
    "Approval",
    "Delegation",
    "DelegationCitation",
    "Event",
    "EventCitation",
    "Field",
    "FollowUp",
    "FollowUpCitation",
    "InStep",
    "Party",
    "Proposed",
    "Sender",
    "Stage",
    "StageCitation",
    "Stop",
    "Visited",
    "differs",
    "is_typed",
]

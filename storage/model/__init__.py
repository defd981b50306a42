"""The nouns of Dateline: frozen values that cross every boundary; database rows never do."""

from storage.model.article import (
    Article,
    ArticleText,
    Bullet,
    Candidate,
    Neighbours,
    Note,
    Picture,
    Section,
    Source,
    Status,
    StoredPicture,
)
from storage.model.chat import Chat, ChatState, StoryState, Vote
from storage.model.cited_page import ChangedPage, CitedPage, PageChange
from storage.model.correction import Correction, Label, Notice, Progress
from storage.model.delivery import (
    BriefingSummary,
    Claim,
    Composition,
    Delivery,
    DeliveryKind,
    DeliveryState,
    Outcome,
    Profile,
    Result,
)
from storage.model.desk import Asked, Editor, Proof, Waiting, Watched
from storage.model.event import Check, Event
from storage.model.feed import Feed, NewFeed, Polled
from storage.model.incident import Incident, OpenIncident
from storage.model.message import Message, Shown, Shows
from storage.model.mistake import CorrectedMistake, Mistake
from storage.model.outlet import Bearer, Outlet, independent_outlets
from storage.model.record import Action, Decided, Decision, Recorded, Step
from storage.model.report import FoundReport, Report, ReportState
from storage.model.stats import CountKind, Statistics, TopStory
from storage.model.subscription import Occurrence, Preferences, Refusal, RefusalKind, Slot, Subscription
from storage.model.update import Answered, NewUpdate, StoredUpdate, UpdateState

__all__ = [
    "Action",
    "Answered",
    "Article",
    "ArticleText",
    "Asked",
    "Bearer",
    "BriefingSummary",
    "Bullet",
    "Candidate",
    "ChangedPage",
    "Chat",
    "ChatState",
    "Check",
    "CitedPage",
    "Claim",
    "Composition",
    "CorrectedMistake",
    "Correction",
    "CountKind",
    "Decided",
    "Decision",
    "Delivery",
    "DeliveryKind",
    "DeliveryState",
    "Editor",
    "Event",
    "Feed",
    "FoundReport",
    "Incident",
    "Label",
    "Message",
    "Mistake",
    "Neighbours",
    "NewFeed",
    "NewUpdate",
    "Note",
    "Notice",
    "Occurrence",
    "OpenIncident",
    "Outcome",
    "Outlet",
    "PageChange",
    "Picture",
    "Polled",
    "Preferences",
    "Profile",
    "Progress",
    "Proof",
    "Recorded",
    "Refusal",
    "RefusalKind",
    "Report",
    "ReportState",
    "Result",
    "Section",
    "Shown",
    "Shows",
    "Slot",
    "Source",
    "Statistics",
    "Status",
    "Step",
    "StoredPicture",
    "StoredUpdate",
    "StoryState",
    "Subscription",
    "TopStory",
    "UpdateState",
    "Vote",
    "Waiting",
    "Watched",
    "independent_outlets",
]

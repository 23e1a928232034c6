"""The optional pages of a plan: audience, listening, message, content and channels, money."""

from typing import Annotated

from pydantic import Field

from smartgoals.domain.terms import Breadth, BuyingRole, Relation, Rung
from smartgoals.domain.value import Identifier, Line, Part, Quantity, Text, Value


class Persona(Value):
    """One typical person of an audience. Source: C4."""

    demographics: Text = ""
    psychographics: Text = ""
    online_behaviour: Text = ""
    values: Text = ""
    challenges: Text = ""


class Audience(Part):
    """Whom the plan speaks to; the first of a plan is served first. Source: T2, T3.1, A5, A6."""

    role: Line = ""
    geography: Line = ""
    relation: Relation | None = None
    breadth: Breadth | None = None
    industries: Line = ""
    buying_role: BuyingRole | None = None
    pain: Text = ""
    message: Text = ""
    watering_holes: Text = ""
    persona: Persona = Persona()
    rung: Rung | None = None
    members: Annotated[int, Field(ge=0, le=10**12)] | None = None
    """People in the community, for the rule 1-9-90."""
    active_target_percent: Annotated[Quantity, Field(le=100)] | None = None
    """The share of members who are to create content."""


class Answer(Value):
    """What was heard on one of the listening questions. Source: A2."""

    question_id: Identifier
    text: Text = ""


class Listener(Part):
    """What was heard about us or about one competitor. Source: A2."""

    name: Line = ""
    """Blank for ourselves."""
    mentions: Quantity | None = None
    answers: tuple[Answer, ...] = ()


class Influence(Value):
    """The value of one measure of influence. Source: A4.1."""

    measure_id: Identifier
    value: Quantity


class Influencer(Part):
    """Somebody whom the audience listens to. Source: A4."""

    name: Line = ""
    channel: Line = ""
    advocate: bool = False
    measures: tuple[Influence, ...] = ()
    note: Line = ""


class Listening(Value):
    """What is said in the field, by whom, and our share of it. Source: A2, C3."""

    us: Listener = Listener(id="us")
    competitors: tuple[Listener, ...] = ()
    influencers: tuple[Influencer, ...] = ()


class Message(Value):
    """What the plan says and how it sounds. Source: A7, C6, C8, A10."""

    fan_answers: tuple[Text, Text, Text] = ("", "", "")
    """Why three fans buy."""
    simple_message: Text = ""
    one_thing: Text = ""
    human: Text = ""
    criticism: Text = ""
    reply_hours: Quantity | None = None
    """The longest time to a reply."""
    listening_hours: Quantity | None = None
    posting_hours: Quantity | None = None
    replying_hours: Quantity | None = None
    """Hours a week of each slot. Source: A10."""


class Headline(Part):
    """One piece of content to make. Source: A8."""

    text: Line = ""
    topic_id: Identifier | None = None


class Cadence(Part):
    """What is posted how often, at which effort and price. Source: A8, S5."""

    what: Line = ""
    channel: Line = ""
    posts_per_week: Quantity | None = None
    hours_per_post: Quantity | None = None
    price_per_post: Quantity | None = None


class ChannelPlan(Part):
    """Why we are on a channel and how it is served; needs a reason and a measure. Source: C7."""

    channel: Line = ""
    reason: Text = ""
    audience: Line = ""
    content: Text = ""
    resources: Line = ""
    measure: Line = ""


class ContentPlan(Value):
    """What is published where. Source: A8, A9, C7."""

    cadences: tuple[Cadence, ...] = ()
    headlines: tuple[Headline, ...] = ()
    channels: tuple[ChannelPlan, ...] = ()
    tool_ids: tuple[Identifier, ...] = ()
    page_ids: tuple[Identifier, ...] = ()
    route_ids: tuple[Identifier, ...] = ()
    involved_ids: tuple[Identifier, ...] = ()
    """The functions of the business that take part. Source: C1."""
    moderator: Line = ""
    """Who moderates reviews and ratings. Source: A8.4."""


class Cost(Part):
    """One cost of the plan. Source: A11.3."""

    kind_id: Identifier
    amount: Quantity | None = None


class Money(Value):
    """What the plan costs and brings. Source: A11."""

    costs: tuple[Cost, ...] = ()
    hours_per_week: Quantity | None = None
    hourly_rate: Quantity | None = None
    expected_return: Quantity | None = None
    """The gross profit earned through social media before these costs."""
    unit_name: Line = ""
    unit_value: Quantity | None = None
    """What one unit, such as a lead, is worth. Source: A11.2."""
    expected_units: Quantity | None = None
    kpi_id: Identifier | None = None
    """The stand-in KPI that is counted. Source: A11.1."""

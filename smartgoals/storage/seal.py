"""The seal of a plan: a changed bit in the file is noticed when the plan is loaded."""

import hashlib
import json

from smartgoals.domain.plan import Plan


def seal(plan: Plan) -> str:
    """Return the SHA-256 of the plan's canonical JSON, in hexadecimal digits.

    What stands at its default is left out, so that a field added by a later version does not
    break the seals of the plans of an earlier one.
    """
    content = plan.model_dump(mode="json", exclude_defaults=True)
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()

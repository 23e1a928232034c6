"""SmartGoals: from a vague wish for social media to a SMART plan that is lived with."""

__version__ = "0.1.0"

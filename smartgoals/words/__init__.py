"""What the terms of the domain are called, in the language of the user."""

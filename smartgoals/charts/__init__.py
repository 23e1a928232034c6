"""Plan to matplotlib figure, the same one for screen and paper."""

"""What was changed, by whom, and what differs from the release in use."""

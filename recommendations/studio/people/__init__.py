"""Who has which role, and the record of who did what."""

"""Tags for the pages of the studio."""

"""Services, providers, funding schemes and categories."""

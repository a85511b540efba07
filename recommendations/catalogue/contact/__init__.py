"""An enterprise asks a provider to get in touch: what is shared, the letters, the provider's page, taking it back."""

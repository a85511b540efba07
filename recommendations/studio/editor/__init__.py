"""Sections and questions: outline, forms, preview."""

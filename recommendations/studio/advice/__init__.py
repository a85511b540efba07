"""Actions and rules of a playbook."""

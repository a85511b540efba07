"""Banks and playbooks as files: taking out, looking at, taking in."""

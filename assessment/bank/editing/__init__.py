"""Changing a working copy: what differs, put together with what others changed meanwhile, kept and undone."""

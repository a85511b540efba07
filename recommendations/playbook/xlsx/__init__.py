"""Playbooks as XLSX workbooks, alone or beside their bank, and texts to translate as a sheet of their own."""

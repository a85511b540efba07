"""Bank documents as XLSX workbooks: sheets that people fill in, read with the same strictness as YAML."""

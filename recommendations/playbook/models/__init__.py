"""Playbooks: the working copy as rows, and releases as documents."""

from recommendations.playbook.models.actions import Action, Rule
from recommendations.playbook.models.playbooks import Playbook, PlaybookChange
from recommendations.playbook.models.releases import PlaybookRelease

__all__ = ["Action", "Playbook", "PlaybookChange", "PlaybookRelease", "Rule"]

"""What the buttons of the history send."""

from django import forms

LARGEST_KEY = 2**63 - 1


class ChangeForm(forms.Form):
    """Names one change of the bank or of its playbook."""

    copy = forms.ChoiceField(choices=[("bank", "bank"), ("playbook", "playbook")])
    change = forms.IntegerField(min_value=1, max_value=LARGEST_KEY)

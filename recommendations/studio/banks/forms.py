"""What the page of a bank asks for."""

from django import forms


class SecondPersonForm(forms.Form):
    is_needed = forms.BooleanField(required=False)

"""What a preview is asked for."""

from django import forms

LONGEST_KEY = 60


class PreviewForm(forms.Form):
    """A question that is there, or a section: all of its questions, or with `new` the one that begins there."""

    of_question = forms.CharField(required=False, max_length=LONGEST_KEY)
    of_section = forms.CharField(required=False, max_length=LONGEST_KEY)
    new = forms.BooleanField(required=False)
    preview_language = forms.CharField(required=False, max_length=20)

"""Signing in and out."""

from typing import Any

from django.contrib.auth import views
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from assessment.accounts.forms import SignInForm
from assessment.accounts.roles import roles_of


class SignIn(views.LoginView):
    """Leads on to `next` where that is a page of ours, else to the studio for those who have a role in it."""

    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm

    def get_default_redirect_url(self) -> str:
        return reverse("studio:home" if roles_of(self.request.user) else "responses:start")

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Whoever is signed in already is led on; `next` is followed after signing in only."""
        if request.user.is_authenticated:
            return redirect(self.get_default_redirect_url())
        response: HttpResponse = super().get(request, *args, **kwargs)
        return response


sign_in = SignIn.as_view()
sign_out = views.LogoutView.as_view(next_page="/")

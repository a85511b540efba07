"""The page "Your account", and what allauth has no page for."""

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessment.accounts.models import User
from assessment.accounts.signing import leaving
from assessment.accounts.signing.again import shown_lately
from assessment.accounts.signing.forms import DeleteForm, NameForm
from assessment.accounts.signing.queries import account_of


def _person(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise Http404
    return request.user


@require_safe
@never_cache
@login_required
def account(request: HttpRequest) -> HttpResponse:
    """This function will show how a person signs in, and lead to each part of it."""
    return render(request, "account/account.html", {"account": account_of(_person(request))})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def name_edit(request: HttpRequest) -> HttpResponse:
    """This function will let a person say what they are called."""
    person = _person(request)
    form = NameForm(request.POST if request.method == "POST" else None, initial={"name": person.name})
    if request.method != "POST":
        return render(request, "account/name.html", {"form": form})
    form = NameForm(request.POST)
    if not form.is_valid():
        return render(request, "account/name.html", {"form": form}, status=422)
    person.name = form.cleaned_data["name"]
    person.save(update_fields=["name"])
    messages.success(request, _("Your name was changed."), extra_tags="account")
    return redirect("accounts:account")


@require_POST
@login_required
def session_end(request: HttpRequest, session_id: int) -> HttpResponse:
    """This function will end one of the person's own sessions; to anybody else it does not exist (404)."""
    session = UserSession.objects.filter(user=_person(request), pk=session_id).first()
    if session is None:
        raise Http404
    session.end()
    messages.success(request, _("The session is ended."), extra_tags="account")
    return redirect("usersessions_list")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@shown_lately
def account_delete(request: HttpRequest) -> HttpResponse:
    """This function will delete the person's account, or say what they have to do first."""
    person = _person(request)
    form = DeleteForm(request.POST) if request.method == "POST" else DeleteForm()
    if form.is_bound and form.is_valid():
        try:
            leaving.delete_account(person=person)
        except leaving.StillNeeded:
            return _delete_page(request, person, form, status=409)
        logout(request)
        return render(request, "account/deleted.html")
    return _delete_page(request, person, form, status=422 if form.is_bound else 200)


def _delete_page(request: HttpRequest, person: User, form: DeleteForm, status: int) -> HttpResponse:
    shown = {
        "form": form,
        "enterprises": leaving.owned_enterprises(person),
        "workspaces_left": leaving.workspaces_without_other_owner(person),
        "is_last_administrator": leaving.is_last_administrator(person),
    }
    return render(request, "account/delete.html", shown, status=status)

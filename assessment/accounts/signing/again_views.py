"""The page on which people without password and second step show once more who they are."""

from http import HTTPStatus

from allauth.account.adapter import get_adapter
from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from assessment.accounts.models import User
from assessment.accounts.signing.again import NoCode, WrongCode, check_code, send_code
from assessment.accounts.signing.forms import Worded


class CodeForm(Worded):
    labels = {"code": gettext_lazy("Code")}
    code = forms.CharField(max_length=40)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def prove(request: HttpRequest) -> HttpResponse:
    """This function will send a code to the person's own address and take it; then it leads on to `next`."""
    if not isinstance(request.user, User):
        raise Http404
    if request.method != "POST":
        return _page(request, CodeForm(), is_sent=False)
    if "send" in request.POST:
        is_sent = send_code(request, request.user)
        said = "" if is_sent else _("Too many letters were asked for. Wait a quarter of an hour, then try again.")
        return _page(request, CodeForm(), is_sent, said, HTTPStatus.OK if is_sent else HTTPStatus.TOO_MANY_REQUESTS)
    form = CodeForm(request.POST)
    if not form.is_valid():
        return _page(request, form, is_sent=True, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        check_code(request, request.user, form.cleaned_data["code"])
    except WrongCode:
        form.add_error("code", _("This code is not right. Check it, or ask for a new one."))
        return _page(request, form, is_sent=True, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    except NoCode:
        said = _("This code is too old, or was tried too often. Ask for a new one.")
        return _page(request, CodeForm(), False, said, HTTPStatus.UNPROCESSABLE_ENTITY)
    return HttpResponseRedirect(_next(request))


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next", "")
    return wanted if get_adapter().is_safe_url(wanted) else reverse("accounts:account")


def _page(
    request: HttpRequest, form: CodeForm, is_sent: bool, said: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    shown = {"form": form, "is_sent": is_sent, "said": said, "next": _next(request)}
    return render(request, "account/prove.html", shown, status=status)

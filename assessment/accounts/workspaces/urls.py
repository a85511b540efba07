from django.urls import path

from assessment.accounts.workspaces import invitation_views, member_views, views

urlpatterns = [
    path("w/", views.workspace_list, name="workspace-list"),
    path("w/new/", views.workspace_add, name="workspace-add"),
    path("w/<slug:workspace_slug>/settings/", views.workspace_edit, name="workspace-edit"),
    path("w/<slug:workspace_slug>/delete/", views.workspace_delete, name="workspace-delete"),
    path("w/<slug:workspace_slug>/members/", member_views.members, name="members"),
    path("w/<slug:workspace_slug>/members/leave/", member_views.leave, name="member-leave"),
    path("w/<slug:workspace_slug>/members/hand-over/", member_views.hand_workspace_over, name="hand-over"),
    path("w/<slug:workspace_slug>/members/<int:member_id>/role/", member_views.member_role, name="member-role"),
    path("w/<slug:workspace_slug>/members/<int:member_id>/remove/", member_views.member_remove, name="member-remove"),
    path("w/<slug:workspace_slug>/invitations/new/", invitation_views.invite, name="member-invite"),
    path(
        "w/<slug:workspace_slug>/invitations/<uuid:invitation_id>/again/",
        invitation_views.invitation_again,
        name="invitation-again",
    ),
    path(
        "w/<slug:workspace_slug>/invitations/<uuid:invitation_id>/revoke/",
        invitation_views.invitation_revoke,
        name="invitation-revoke",
    ),
    path("i/<str:invitation_token>/", invitation_views.invitation, name="invitation"),
]

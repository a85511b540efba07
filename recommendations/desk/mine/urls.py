from django.urls import path

from recommendations.desk.mine import (
    access_views,
    claim_views,
    deleting_views,
    edit_views,
    export_views,
    hand_over_views,
    link_views,
    record_views,
    views,
)

urlpatterns = [
    path("a/<uuid:public_id>/claim/", claim_views.claim, name="claim"),
    path("my/", views.mine, name="mine"),
    path("my/hand-over/<str:token>/", hand_over_views.hand_over_accept, name="hand-over-accept"),
    path("my/<uuid:enterprise_id>/", views.mine_enterprise, name="mine-enterprise"),
    path("my/<uuid:enterprise_id>/edit/", edit_views.mine_edit, name="mine-edit"),
    path("my/<uuid:enterprise_id>/record/", record_views.mine_record, name="mine-record"),
    path("my/<uuid:enterprise_id>/access/workspace/", access_views.access_give, name="mine-access-give"),
    path("my/<uuid:enterprise_id>/access/person/", access_views.access_invite, name="mine-access-invite"),
    path("my/<uuid:enterprise_id>/access/<uuid:grant_id>/", access_views.access_edit, name="mine-access-edit"),
    path(
        "my/<uuid:enterprise_id>/access/<uuid:grant_id>/withdraw/",
        access_views.access_withdraw,
        name="mine-access-withdraw",
    ),
    path(
        "my/<uuid:enterprise_id>/invitations/<uuid:invitation_id>/revoke/",
        access_views.invitation_revoke,
        name="mine-invitation-revoke",
    ),
    path("my/<uuid:enterprise_id>/keys/revoke/", link_views.keys_revoke, name="mine-keys-revoke"),
    path("my/<uuid:enterprise_id>/shares/<uuid:share_id>/revoke/", link_views.share_revoke, name="mine-share-revoke"),
    path("my/<uuid:enterprise_id>/hand-over/", hand_over_views.hand_over, name="mine-hand-over"),
    path("my/<uuid:enterprise_id>/hand-over/revoke/", hand_over_views.hand_over_revoke, name="mine-hand-over-revoke"),
    path("my/<uuid:enterprise_id>/export/", export_views.mine_export, name="mine-export"),
    path("my/<uuid:enterprise_id>/delete/", deleting_views.mine_delete, name="mine-delete"),
    path(
        "my/<uuid:enterprise_id>/drafts/<uuid:public_id>/delete/", deleting_views.draft_delete, name="mine-draft-delete"
    ),
]

from django.urls import include, path

from recommendations.plan import file_views, item_views, plan_views, progress_views, reminder_views, views
from recommendations.plan.roadmap import views as roadmap
from recommendations.plan.services import views as services
from recommendations.plan.what_if import views as what_if

app_name = "plan"

urlpatterns = [
    path("a/<uuid:public_id>/submit/", views.assessment_submit, name="assessment-submit"),
    path("a/<uuid:public_id>/plan/", plan_views.plan_show, name="plan-show"),
    path("a/<uuid:public_id>/plan/take-up/", plan_views.plan_take_up, name="plan-take-up"),
    path("a/<uuid:public_id>/plan/items/", plan_views.plan_item_add, name="plan-item-add"),
    path("a/<uuid:public_id>/plan/items/<uuid:item_id>/", item_views.plan_item, name="plan-item"),
    path("a/<uuid:public_id>/plan/items/<uuid:item_id>/status/", item_views.plan_item_status, name="plan-item-status"),
    path("a/<uuid:public_id>/plan/items/<uuid:item_id>/remove/", item_views.plan_item_remove, name="plan-item-remove"),
    path("a/<uuid:public_id>/plan.ics", file_views.plan_calendar, name="plan-calendar"),
    path("a/<uuid:public_id>/plan.xlsx", file_views.plan_workbook, name="plan-workbook"),
    path("a/<uuid:public_id>/plan/reminders/", reminder_views.reminders_ask, name="reminders-ask"),
    path("plan/reminders/<str:reminder_token>/", reminder_views.reminders, name="reminders"),
    path("a/<uuid:public_id>/progress/", progress_views.progress, name="progress"),
    path("a/<uuid:public_id>/services/", services.services, name="services"),
    path("a/<uuid:public_id>/roadmap/", roadmap.roadmap, name="roadmap"),
    path("a/<uuid:public_id>/roadmap/part/", roadmap.roadmap_part, name="roadmap-part"),
    path("a/<uuid:public_id>/roadmap/more/", roadmap.roadmap_more, name="roadmap-more"),
    path("a/<uuid:public_id>/roadmap/take-up/", roadmap.roadmap_take_up, name="roadmap-take-up"),
    path("a/<uuid:public_id>/what-if/", what_if.what_if, name="what-if"),
    path("a/<uuid:public_id>/what-if/change/", what_if.what_if_change, name="what-if-change"),
    path("", include("recommendations.plan.overlay.urls")),
]

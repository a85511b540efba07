from django.urls import path

from recommendations.catalogue.contact import provider_views, views

urlpatterns = [
    path(
        "a/<uuid:public_id>/services/contact/<slug:provider_key>/<slug:offering_key>/",
        views.contact_ask,
        name="contact-ask",
    ),
    path("a/<uuid:public_id>/services/requests/", views.contact_list, name="contact-list"),
    path(
        "a/<uuid:public_id>/services/requests/<uuid:request_id>/withdraw/",
        views.contact_withdraw,
        name="contact-withdraw",
    ),
    path("contact/<str:contact_token>/", provider_views.contact_read, name="contact-read"),
    path("contact/<str:contact_token>/open/", provider_views.contact_open, name="contact-open"),
    path("contact/<str:contact_token>/answer/", provider_views.contact_reply, name="contact-reply"),
]

"""The addresses of accounts."""

from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView
from django.urls import path, reverse_lazy

from amicity_web.accounts import views

app_name = "accounts"
urlpatterns = [
    path("login/", LoginView.as_view(template_name="accounts/login.html", redirect_authenticated_user=True), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path(
        "password/",
        PasswordChangeView.as_view(template_name="accounts/password.html", success_url=reverse_lazy("desk:queue")),
        name="password",
    ),
    path("link/<str:token>/", views.link, name="link"),
    path("tokens/", views.tokens, name="tokens"),
    path("tokens/add/", views.token_add, name="token_add"),
    path("tokens/<int:pk>/revoke/", views.token_revoke, name="token_revoke"),
    path("people/", views.people, name="people"),
    path("people/add/", views.person_add, name="person_add"),
    path("people/<int:pk>/role/", views.person_role, name="person_role"),
    path("people/<int:pk>/link/", views.person_link, name="person_link"),
    path("people/<int:pk>/active/", views.person_active, name="person_active"),
]

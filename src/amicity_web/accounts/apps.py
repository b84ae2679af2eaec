"""Accounts as a Django app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """One-time links and roles over Django's own users and groups."""

    name = "amicity_web.accounts"
    label = "accounts"

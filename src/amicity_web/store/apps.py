"""The store as a Django app."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Reports, findings, judgements and their projection."""

    name = "amicity_web.store"
    label = "store"

"""What accounts keep beside Django's users: one-time links, and tokens for programs."""

from django.conf import settings
from django.db import models


class OneTimeLink(models.Model):
    """Lets one person in once, to set a password. Only the token's SHA-256 is kept."""

    token = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class ApiToken(models.Model):
    """Lets a program act for a person at the API. ``digest`` is the token's SHA-256, ``opening`` its first letters, ``role`` the most
    that it allows."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    opening = models.CharField(max_length=16)
    role = models.CharField(max_length=20)
    made_at = models.DateTimeField(auto_now_add=True)
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

"""What accounts keep beside Django's users: one-time links."""

from django.conf import settings
from django.db import models


class OneTimeLink(models.Model):
    """Lets one person in once, to set a password. Only the token's SHA-256 is kept."""

    token = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

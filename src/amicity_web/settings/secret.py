"""The site's secret key: made on first use, kept in the site's own folder, readable by its owner only."""

import os
import secrets
from pathlib import Path


def secret_key(var: Path) -> str:
    """The key in ``var/secret-key``, made with mode 0600 where there is none. Two processes starting at once agree on one."""
    path = var / "secret-key"
    var.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    key = secrets.token_urlsafe(64)
    with os.fdopen(handle, "w") as file:
        file.write(key)
    return key

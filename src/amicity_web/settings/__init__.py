"""Settings, one file a use: ``local`` (``make run``), ``production``, ``test``; all stand on ``ground``."""

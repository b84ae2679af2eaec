"""The site for programs: version 1, typed and described (``docs/openapi.json``), and the Reconciliation Service API beside it."""

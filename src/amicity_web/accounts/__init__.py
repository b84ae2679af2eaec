"""Who may come in: signing in, one-time links, people and their roles."""

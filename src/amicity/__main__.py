"""``python -m amicity`` is the ``amicity`` command."""

from amicity.cli import main

if __name__ == "__main__":
    main()

"""``python -m amicity_web``: run the site and look after its store."""

from amicity_web.commands import main

main()

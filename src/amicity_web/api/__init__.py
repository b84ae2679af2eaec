"""The site for programs: whether it is well, and the arcs of the map. Each public page has its own JSON twin besides."""

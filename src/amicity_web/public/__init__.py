"""What anyone may see: the map, places, ties, figures, answers and the reports they rest on.

Each page is worked out as a JSON-able dictionary, which the template shows and ``?format=json`` gives as it is.
"""

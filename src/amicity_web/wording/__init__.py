"""What things are called on the site: dates, forms, findings and entries in plain English.

Stands on ``amicity`` alone, but for the filters of templates.
"""

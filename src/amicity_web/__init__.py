"""The site: public pages, the desk and their store. The only Django in the house."""

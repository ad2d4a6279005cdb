"""One module a family of rule shapes; no jurisdiction has a name here."""

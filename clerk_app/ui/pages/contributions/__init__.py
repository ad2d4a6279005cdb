"""缴费: the season, one grid for the whole village."""

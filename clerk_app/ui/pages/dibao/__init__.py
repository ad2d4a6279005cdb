"""低保: the cases by stage, and one case on one page."""

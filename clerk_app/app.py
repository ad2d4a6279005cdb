"""Opens a data folder and builds what both front ends work with."""

"""The village social-security clerk's program: register, classify, record, print, carry out."""

__version__ = "0.1.0"

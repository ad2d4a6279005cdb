"""Packets, seals and sticks."""

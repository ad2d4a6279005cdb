"""Small pieces that pages and dialogs share."""

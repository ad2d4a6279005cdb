"""Paper: fonts, pages, forms."""

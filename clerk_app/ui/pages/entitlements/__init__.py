"""可享受政策: what each of a household may have, why, why not, and what a supposition would change."""

from clerk_app.ui.pages.entitlements.view import EntitlementsView

__all__ = ["EntitlementsView"]

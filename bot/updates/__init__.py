"""Updates: taken in by polling or a webhook, committed to the inbox, and answered from there."""

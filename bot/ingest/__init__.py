"""From feeds to drafts: what outlets publish, fetched politely, read safely, grouped into events and drafted."""

"""What stands around a story on a site's page and is none of its words."""

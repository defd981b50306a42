"""Outlets: who they are, how they are named, credited and told apart."""

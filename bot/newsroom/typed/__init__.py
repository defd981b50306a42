"""What people type about times, days and places, in the languages of the newsroom."""

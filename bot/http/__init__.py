"""What is served over HTTP: health, metrics, and pages for the web."""

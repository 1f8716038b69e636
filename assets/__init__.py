"""Data of the service and the loaders that read it into domain objects."""

"""The data of the service, and the loaders that turn it into domain objects."""

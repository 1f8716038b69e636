"""The services' ports in SQL, sealed at rest."""

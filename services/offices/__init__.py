"""Finding an office by place, name and hours."""

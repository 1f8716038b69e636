"""Finding an office by place, name or location."""

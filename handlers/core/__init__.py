"""What all handlers share: replies, filters, costs."""

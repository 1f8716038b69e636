"""Files sent by people, cleaned in a separate process."""

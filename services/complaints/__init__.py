"""Filing complaints, routing and handling them, what follows an answer."""

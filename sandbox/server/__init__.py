"""The Bot API, the chat page and the control over HTTP."""

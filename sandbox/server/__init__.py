"""The Bot API, the chat page and the control interface over HTTP."""

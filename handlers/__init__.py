"""aiogram routers, one file a capability: parse the update, call a service, return a Screen."""

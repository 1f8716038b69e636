"""The durable spine against bare aiogram and against the stack most bots use."""

"""The durable processing of updates against bare aiogram and against the usual stack."""

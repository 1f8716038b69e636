"""Signed receipts: their record, QR code, stamp and verification."""

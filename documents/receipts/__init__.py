"""Signed receipts: record, QR code, stamp, and verification."""

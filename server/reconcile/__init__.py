"""The Reconciliation Service API 0.2: from other people's names and columns to our identifiers and values."""

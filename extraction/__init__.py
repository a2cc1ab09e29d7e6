"""French text → facts with evidence; knows nothing of HTTP or of reasoning."""

"""Measure the server beside its peers, on the same data, with the same client, in alternation."""

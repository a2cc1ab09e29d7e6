"""Facts → a validated, inferred, described, versioned release; pure functions over graphs, no HTTP."""

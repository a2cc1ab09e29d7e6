"""Pages for people, in French and English: view models are pure functions over query results."""

"""A release → HTTP; views only translate HTTP."""

"""The commands, one module each: `configure` declares the arguments, `run` carries them out."""

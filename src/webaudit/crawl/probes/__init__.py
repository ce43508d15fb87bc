"""Probes: each brings home the record that it returns, from the records that its signature names."""

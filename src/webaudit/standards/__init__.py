"""The norms that checks cite: Source constants, nothing else."""

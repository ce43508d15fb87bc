"""The only package that touches the network while auditing: it brings home evidence, and judges nothing."""

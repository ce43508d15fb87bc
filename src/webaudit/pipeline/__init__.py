"""The stages in order: plan, capture, assess, weigh, rank; the only package that knows them all."""

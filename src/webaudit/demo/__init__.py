"""The built-in example province and its server on the loopback interface."""

"""The ways from an older schema to the present one."""

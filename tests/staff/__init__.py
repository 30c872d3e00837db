"""The staff view: what it tells, that app and report tell the same, and who may see it."""

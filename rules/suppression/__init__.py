"""Comments that should silence a finding and do not."""

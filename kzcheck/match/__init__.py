"""Whether two claims say the same: normalise, shortlist, compare, explain, cluster; pure."""

"""The page 报送: what goes to the county and comes back by stick."""

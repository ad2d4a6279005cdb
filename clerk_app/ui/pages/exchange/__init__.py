"""The page 报送: what goes to the county by stick."""

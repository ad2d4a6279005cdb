"""The page 文书: forms and notices onto paper, and the list of what was printed."""

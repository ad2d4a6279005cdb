"""Rules as dated data, and the evaluator that says why and why not."""

"""Plans and verdicts in other forms: one module each."""

"""What looks and bets say: verdicts, bets, three sentences of why, and the arithmetic."""

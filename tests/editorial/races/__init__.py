"""Two who act in the same moment; ``make soak`` lets them do so a hundred times."""

"""An editor invites somebody to write, and the guest comes in by a personal link."""

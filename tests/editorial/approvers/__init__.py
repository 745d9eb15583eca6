"""What approvers see."""

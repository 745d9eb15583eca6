"""Ways around moderation by pictures and documents."""

"""The screens on which pages are made and edited."""

"""What readers meet: with the keyboard, by ear, in print, and by axe's rules."""

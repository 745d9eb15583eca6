"""What stands outside the site: an authenticator app, the log-in of an organisation."""

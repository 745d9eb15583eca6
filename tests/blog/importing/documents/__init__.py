"""Word documents and OpenDocument texts: what is kept of them, and which are refused."""

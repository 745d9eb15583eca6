"""Accounts: who logs in and how; their addresses, who invited them, and what everybody is told of them."""

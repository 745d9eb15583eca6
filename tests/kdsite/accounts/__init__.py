"""Accounts: their addresses, who invited them, and what everybody is told of them."""

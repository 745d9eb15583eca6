"""What a process writes down while it runs, for whoever runs the machine: one JSON object a line.

- lines: a record of Python's logging as such a line, without personal data.
- request_id: a number for each request, the same in the web server's log and in ours.
- security: who logged in, was refused or shut out, changed a second factor or took data away.
- web_server: gunicorn's own lines.
- failures: what fails is told to Sentry, where ``SENTRY_DSN`` says which.
"""

"""Says in one line when the port is taken: check_port.py PORT."""

import socket
import sys

port = int(sys.argv[1])
with socket.socket() as probe:
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind(("127.0.0.1", port))
    except OSError:
        sys.exit(f"kdsite: port {port} is taken. Try another: PORT={port + 1} make run")

"""A mail server on this machine that can fail in every way a real one does."""

import socketserver
import threading

FAILURES = ["closes", "closes_late", "password", "refused", "busy", "going", "hangs"]


class MailServer(socketserver.ThreadingTCPServer):
    """``behaviour`` says how it answers from now on; ``taken`` holds what it accepted.

    works; closes (at once); closes_late (instead of the answer to the mail); password (535);
    refused (550 to the recipient); busy (421 at once); going (421 to the recipient); hangs
    (says nothing); drops (takes the mail, then closes without a word).
    """

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.behaviour = "works"
        self.taken = []
        self.ended = threading.Event()

    def __enter__(self):
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *error):
        self.ended.set()
        self.shutdown()
        self.server_close()


class _Conversation(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write(f"{line}\r\n".encode())

    def handle(self):
        behaviour = self.server.behaviour
        if behaviour == "hangs":
            self.server.ended.wait(20)
        if behaviour in ("hangs", "closes"):
            return
        if behaviour == "busy":
            self.say("421 too busy")
            return
        self.say("220 mail.example.fi")
        for line in self.rfile:
            command = line[:4].strip().upper()
            if command == b"EHLO":
                self.say("250-mail.example.fi")
                self.say("250 AUTH PLAIN LOGIN")
            elif command == b"AUTH":
                self.say("535 no" if behaviour == "password" else "235 yes")
            elif command == b"RCPT" and behaviour in ("refused", "going"):
                self.say("550 nobody" if behaviour == "refused" else "421 closing")
            elif command == b"DATA":
                self.say("354 go on")
                text = b"".join(iter(self.rfile.readline, b".\r\n"))
                if behaviour == "closes_late":
                    return
                self.server.taken.append(text.decode())
                self.say("250 taken")
                if behaviour == "drops":
                    return
            elif command == b"QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")

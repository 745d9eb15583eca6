"""Real parallel connections; a barrier lets all sides really start together."""

import os
import threading

from django.db import close_old_connections, connection

IS_SOAK = "SOAK_ROUNDS" in os.environ
# Five in the suite; `make soak` asks for a hundred.
ROUNDS = int(os.environ.get("SOAK_ROUNDS", "5"))


def at_once(*acts):
    """Run ``acts`` in threads with connections of their own; their results or exceptions."""
    barrier = threading.Barrier(len(acts))
    results = [None] * len(acts)

    def run(number, act):
        close_old_connections()
        try:
            barrier.wait(timeout=20)
            results[number] = act()
        except Exception as error:  # noqa: BLE001 - the test looks at what was raised
            results[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return results


def refusals(results):
    return [result for result in results if isinstance(result, Exception)]

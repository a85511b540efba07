"""What `manage.py serve` loads in each worker: the application, in a process that ends with the server it belongs to."""

import os
import signal
import threading
import time

from assessment.config.wsgi import application

LOOK_SECONDS = 1

__all__ = ["application"]


def _end_with(server: int) -> None:
    """Workers share the server's port: one that outlived it would keep the next start away, and nobody draws reports."""
    while os.getppid() == server:
        time.sleep(LOOK_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)


threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()

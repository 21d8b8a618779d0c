"""Registry of background jobs that may run late or be skipped: `manage.py tick` runs them every minute.

A job looks for what is due and does it; done twice it changes nothing more. Publication is never a job.
"""

import logging
from collections.abc import Callable

Job = Callable[[], None]

_jobs: list[Job] = []
log = logging.getLogger(__name__)


def register(job: Job) -> Job:
    """Register `job` for every tick; called in `AppConfig.ready()`."""
    if job not in _jobs:
        _jobs.append(job)
    return job


def registered() -> list[Job]:
    return list(_jobs)


def do_all(jobs: list[Job] | None = None) -> list[str]:
    """Run every job; one that fails is logged and does not stop the next. Return the names of those that failed."""
    failed = []
    for job in _jobs if jobs is None else jobs:
        try:
            job()
        except Exception:
            name = f"{job.__module__}.{job.__qualname__}"
            log.exception("The job %s failed; it will be tried again at the next tick.", name)
            failed.append(name)
    return failed

"""Work that may come late and may be missed: rooms register theirs, `manage.py tick` does it every minute.

A job looks for what is due and does it; done twice it changes nothing more. Publication is never a job.
"""

import logging
from collections.abc import Callable

Job = Callable[[], None]

_jobs: list[Job] = []
log = logging.getLogger(__name__)


def register(job: Job) -> Job:
    """Have `job` done at every tick; a room calls this as its application becomes ready."""
    if job not in _jobs:
        _jobs.append(job)
    return job


def registered() -> list[Job]:
    return list(_jobs)


def do_all(jobs: list[Job] | None = None) -> list[str]:
    """Do every job; one that fails is logged and does not keep the next from its turn. Return who failed."""
    failed = []
    for job in _jobs if jobs is None else jobs:
        try:
            job()
        except Exception:
            name = f"{job.__module__}.{job.__qualname__}"
            log.exception("The job %s failed; it will be tried again at the next tick.", name)
            failed.append(name)
    return failed

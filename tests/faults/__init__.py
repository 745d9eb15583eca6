"""What a machine does to a site: processes that are killed, a database that goes away, clocks that jump.

Each ends with nothing lost, nothing doubled, nothing public too early. Elsewhere are:
a release that two make at once, and one whose process is killed between the languages
(``editorial/releases/test_publish_due.py``), a mail server that fails (``editorial/notifications/test_mail_server.py``), Redis away (``kdsite/page_cache/test_redis.py``),
a full disk (``kdsite/files/test_full_disk.py``).

- deaths: a process that is killed at a known place of what it does to the database.
- scene: a draft, a public post, and one in both languages that waits for its time.
- test_clock: the scheduler is away for days; the clock jumps; summer time.
- test_database_away, test_database_restarted: PostgreSQL is stopped, and started again.
- test_killed: ``kill -9`` of the web server in the middle of saving, sending and approving.
- test_migrating: a migration that is broken off, and two that migrate at once.
- test_two_schedulers: two whole schedulers at once.
- test_workers_killed: workers are killed at random under those who write.
- writers: people who save one text after another, whatever happens meanwhile.
"""

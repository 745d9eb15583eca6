"""What a URL says of a database or a cache."""

import environ

# Seconds in which a server that is there has answered.
PATIENCE = 3


def database(url):
    """One database configuration from a URL. SQLite is set up so that writers queue, not fail:

    with the default deferred transactions 15 of 20 page creations at once answer 500.
    """
    config = environ.Env.db_url_config(url)
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    else:
        config.setdefault("CONN_MAX_AGE", 60)
        config.setdefault("CONN_HEALTH_CHECKS", True)
        # Nobody waits for minutes for a machine that does not answer at all.
        options = config.setdefault("OPTIONS", {})
        options.setdefault("connect_timeout", PATIENCE)
        # What is asked again and again is planned once: half of what PostgreSQL does for a page.
        options.setdefault("server_side_binding", True)
        options.setdefault("prepare_threshold", 5)
    return config


def page_cache(url):
    """The cache of readers' pages and of pictures from a URL; without one each process has its own.

    Where Redis is away the site is slower, and right.
    """
    config = environ.Env.cache_url_config(url or "locmemcache://")
    if config["BACKEND"].endswith("RedisCache"):
        config["BACKEND"] = "django_redis.cache.RedisCache"
        config["OPTIONS"] = {
            "IGNORE_EXCEPTIONS": True,
            "SOCKET_CONNECT_TIMEOUT": 0.5,
            "SOCKET_TIMEOUT": 0.5,
        } | config.get("OPTIONS", {})
    return config

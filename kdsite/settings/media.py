"""Where uploaded files are kept."""


def media_storage(bucket, url="", key="", secret=""):
    """The storage in a folder, or in ``bucket``.

    :param url: its server, if not Amazon's.
    :param key: with ``secret`` who may read and write it; without, the machine itself may.
    """
    if not bucket:
        return {"BACKEND": "kdsite.full_disk.WholeFileStorage"}
    return {
        "BACKEND": "kdsite.media_bucket.MediaBucket",
        "OPTIONS": {
            "bucket_name": bucket,
            "endpoint_url": url or None,
            "access_key": key or None,
            "secret_key": secret or None,
            # Others than Amazon know a bucket by the path.
            "addressing_style": "path" if url else "auto",
            "file_overwrite": False,
        },
    }

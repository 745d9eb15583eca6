"""A server of buckets on this machine, which speaks the language of Amazon's S3."""

from contextlib import contextmanager
from uuid import uuid4

import boto3
from moto.server import ThreadedMotoServer

KEY, SECRET = "kdsite", "only for tests"


@contextmanager
def bucket():
    """An empty one, as production's settings name it: a dict of its environment."""
    # What one server of a process was given, the next one has.
    name = f"media-{uuid4()}"
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        url = f"http://{host}:{port}"
        client = boto3.client(
            "s3",
            endpoint_url=url,
            region_name="us-east-1",
            aws_access_key_id=KEY,
            aws_secret_access_key=SECRET,
        )
        client.create_bucket(Bucket=name)
        yield {
            "MEDIA_BUCKET": name,
            "MEDIA_BUCKET_URL": url,
            "MEDIA_BUCKET_KEY": KEY,
            "MEDIA_BUCKET_SECRET": SECRET,
        }
    finally:
        server.stop()

"""Who takes data away stands in the record."""

from kdsite.logs import security


class ExportsMiddleware:
    """Notes each list and report of the admin that somebody takes away as a file."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if (
            "export" in request.GET
            and response.get("Content-Disposition", "").startswith("attachment")
            and request.user.is_authenticated
        ):
            security.note("exported", request.user, request.user, what=request.path)
        return response

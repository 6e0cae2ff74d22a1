"""Signs schemathesis in: as a member of staff or as a third-party system, whichever an operation asks for.

Read by schemathesis through SCHEMATHESIS_HOOKS; the step `contract` of `cargo xtask test` sets the variables.
"""

import base64
import json
import os
import urllib.parse
import urllib.request

import schemathesis

URL = os.environ["ANJU_XTASK_URL"]
LOGIN = os.environ["ANJU_XTASK_LOGIN"]
PASSWORD = os.environ["ANJU_XTASK_PASSWORD"]
CLIENT = os.environ["ANJU_XTASK_CLIENT"]
SECRET = os.environ["ANJU_XTASK_SECRET"]

# Access tokens live five minutes; an operation may also end the session it is called with.
SECONDS = 120


def kind(case, _context):
    """The security scheme the operation asks for: staff, client, or none."""
    asked = case.operation.definition.raw.get("security") or []
    names = {name for alternative in asked for name in alternative}
    return next((name for name in ("staff", "client") if name in names), None)


def answer(path, body, headers):
    request = urllib.request.Request(URL + path, data=body, headers=headers, method="POST")
    with urllib.request.urlopen(request, timeout=30) as response:
        return json.load(response)["access_token"]


@schemathesis.auth(refresh_interval=SECONDS, cache_by_key=kind, retry_on=[401])
class SignedIn:
    def get(self, case, context):
        match kind(case, context):
            case "staff":
                body = json.dumps({"login": LOGIN, "password": PASSWORD}).encode()
                return answer("/api/v1/session", body, {"Content-Type": "application/json"})
            case "client":
                body = urllib.parse.urlencode({"grant_type": "client_credentials"}).encode()
                basic = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
                form = "application/x-www-form-urlencoded"
                return answer("/oauth/token", body, {"Content-Type": form, "Authorization": f"Basic {basic}"})
        return None

    def set(self, case, data, _context):
        if data is not None:
            case.headers["Authorization"] = f"Bearer {data}"

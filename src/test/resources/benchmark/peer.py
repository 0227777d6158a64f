"""The smallest receiver of Diun's webhooks that is of use: one table, insert or replace, and a list.

Each thread keeps its connection. PEER_SYNCHRONOUS is NORMAL, as usual with WAL, or FULL, with which a
notification that was answered survives a power cut.
"""

import hmac
import os
import sqlite3
import threading
from datetime import datetime, timezone

from flask import Flask, abort, jsonify, request

COLUMNS = ("hostname", "status", "provider", "hub_link", "mime_type", "digest", "created", "platform")
INSERT = f"INSERT OR REPLACE INTO updates (image, {', '.join(COLUMNS)}, received_at) VALUES (?{', ?' * 9})"
SECRET = os.environ["PEER_SECRET"]

app = Flask(__name__)
local = threading.local()


def database():
    if not hasattr(local, "connection"):
        local.connection = sqlite3.connect(os.environ["PEER_FILE"], timeout=5)
        local.connection.row_factory = sqlite3.Row
        local.connection.execute("PRAGMA journal_mode = WAL")
        local.connection.execute(f"PRAGMA synchronous = {os.environ['PEER_SYNCHRONOUS']}")
        local.connection.execute(
            f"CREATE TABLE IF NOT EXISTS updates (image TEXT PRIMARY KEY, {', '.join(COLUMNS)}, received_at)"
        )
    return local.connection


@app.post("/webhook")
def webhook():
    if not hmac.compare_digest(request.headers.get("Authorization", ""), SECRET):
        abort(401)
    event = request.get_json(force=True)
    now = datetime.now(timezone.utc).isoformat()
    with database() as connection:
        connection.execute(INSERT, (event["image"], *(event[column] for column in COLUMNS), now))
    return ""


@app.get("/api/updates")
def updates():
    rows = database().execute("SELECT * FROM updates")
    return jsonify({row["image"]: dict(row) for row in rows})

#!/usr/bin/env python3
"""Verifies an exported ledger by docs/ledger-format.md: verify-ledger.py EXPORT.jsonl [SEQ HASH, an anchor]"""
import hashlib, json, sys

COLUMNS = ("format planId seq requestId part requestHash recordedAt effectiveAt actor onBehalfOf agency source "
           "planVersion assignmentId type data prevHash").split()

def sha256(data):
    return hashlib.sha256(data).hexdigest()

def hash_entry(entry):
    parts = bytearray()
    for name in COLUMNS:
        value = entry[name]
        raw = b"" if value is None else str(value).encode("utf-8")
        parts += (0xFFFFFFFF if value is None else len(raw)).to_bytes(4, "big") + raw
    return sha256(bytes(parts))

def walk(lines):
    """The hashes by sequence number, and the number of the first line that does not continue the chain."""
    plan, head, recorded, hashes = None, None, 0, {}
    for number, line in enumerate(lines, 1):
        try:
            entry = json.loads(line)
            plan = plan or entry["planId"]
            head = head or sha256(("kehoach ledger 1\n" + plan).encode("utf-8"))
            if not (set(entry) == {*COLUMNS, "hash"} and entry["format"] == 1 and entry["planId"] == plan
                    and entry["seq"] == number and entry["prevHash"] == head and entry["recordedAt"] >= recorded
                    and hash_entry(entry) == entry["hash"]):
                return hashes, number
        except (ValueError, KeyError, TypeError):
            return hashes, number
        head, recorded, hashes[str(number)] = entry["hash"], entry["recordedAt"], entry["hash"]
    return hashes, None

text = open(sys.argv[1], encoding="utf-8", newline="").read()
hashes, wrong = walk(text.removesuffix("\n").split("\n"))
cut = wrong is None and len(sys.argv) > 3 and hashes.get(sys.argv[2]) != sys.argv[3]
print(f"broken at line {wrong}" if wrong else "broken: the anchored entry is not there" if cut else f"intact: {len(hashes)} entries")
sys.exit(1 if wrong or cut else 0)

"""Asks a script that runs in Node, over its standard input and output, a line of JSON each way."""

import json
import os
import subprocess

here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
running = {}


def ask(script, question):
    if script not in running:
        running[script] = subprocess.Popen(
            ['node', os.path.join(here, script)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
    peer = running[script]
    peer.stdin.write(json.dumps(question) + '\n')
    peer.stdin.flush()
    answer = json.loads(peer.stdout.readline())
    if 'error' in answer:
        raise ValueError(answer['error'])
    return answer

#!/usr/bin/env python3
"""What clients cost that ask and do not read: so many connections, each of which asks for the OpenAPI document, a megabyte, and reads nothing. Prints the memory of the
server before and while they are there, and when they were cut off. Needs 20,000 open files, and the server on this machine (Linux).
  bench/slow-readers.py <port of the server> <its process id> [connections: 1500]"""
import re
import select
import socket
import sys
import time

port, process, number = int(sys.argv[1]), sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 1500


def memory():
    with open(f"/proc/{process}/status", encoding="ascii") as status:
        return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) // 1024


before, begin, clients = memory(), time.monotonic(), select.poll()
sockets = {}
for _ in range(number):
    client = socket.socket()
    # Else the system would take the whole document for a client that reads nothing.
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    client.connect(("127.0.0.1", port))
    client.send(f"GET /openapi/v1.json HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
    sockets[client.fileno()] = client
    clients.register(client, select.POLLHUP | select.POLLERR)
most = 0
while sockets and time.monotonic() - begin < 180:
    for descriptor, _ in clients.poll(1000):
        clients.unregister(descriptor)
        sockets.pop(descriptor).close()
    most = max(most, memory())
end = f"all were cut off within {time.monotonic() - begin:.0f} s" if not sockets else f"{len(sockets)} were still there after three minutes"
print(f"{number} clients that do not read: {before} MiB before, {most} MiB at most, {memory()} MiB after; {end}")
sys.exit(bool(sockets))

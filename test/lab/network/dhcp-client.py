"""A DHCP client (RFC 2131) as small as the laboratory needs: discover, offer, request, ack.

Usage: dhcp-client.py DEVICE TIMEOUT_SECONDS
Prints one JSON object {"address", "mask", "server", "routers", "dns", "seconds"}, or null when no server offered anything.
"""
import json, os, random, socket, struct, sys, time

device, timeout = sys.argv[1], float(sys.argv[2])
MAGIC = b"\x63\x82\x53\x63"
with open(f"/sys/class/net/{device}/address") as handle:
    mac = bytes.fromhex(handle.read().strip().replace(":", ""))
transaction = random.randrange(1 << 32)


def message(kind, extra=b""):
    head = struct.pack("!BBBBIHH4s4s4s4s", 1, 1, 6, 0, transaction, 0, 0x8000, *[b"\0" * 4] * 4)
    wanted = bytes([55, 4, 1, 3, 6, 51])
    return head + mac.ljust(16, b"\0") + b"\0" * 192 + MAGIC + bytes([53, 1, kind]) + extra + wanted + b"\xff"


def options(packet):
    at, found = 240, {}
    while at + 1 < len(packet) and packet[at] != 255:
        if packet[at] == 0:
            at += 1
            continue
        code, size = packet[at], packet[at + 1]
        found[code] = packet[at + 2 : at + 2 + size]
        at += 2 + size
    return found


def answer(sock, kind, until):
    while (left := until - time.monotonic()) > 0:
        sock.settimeout(left)
        try:
            packet = sock.recv(2048)
        except OSError:
            return None, {}
        found = options(packet)
        if len(packet) >= 240 and struct.unpack("!I", packet[4:8])[0] == transaction and found.get(53) == bytes([kind]):
            return packet, found
    return None, {}


def addresses(raw):
    return [socket.inet_ntoa(raw[i : i + 4]) for i in range(0, len(raw or b"") // 4 * 4, 4)]


def main():
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, device.encode())
    sock.bind(("0.0.0.0", 68))
    until = time.monotonic() + timeout
    offer = None
    while offer is None and time.monotonic() < until:
        sock.sendto(message(1), ("255.255.255.255", 67))
        offer, found = answer(sock, 2, min(until, time.monotonic() + 0.5))
    if offer is None:
        return None
    chosen, server = offer[16:20], found.get(54, offer[20:24])
    sock.sendto(message(3, bytes([50, 4]) + chosen + bytes([54, 4]) + server), ("255.255.255.255", 67))
    packet, found = answer(sock, 5, until)
    if packet is None:
        return None
    return {
        "address": socket.inet_ntoa(packet[16:20]),
        "mask": socket.inet_ntoa(found.get(1, b"\xff\xff\xff\x00")),
        "server": socket.inet_ntoa(server),
        "routers": addresses(found.get(3)),
        "dns": addresses(found.get(6)),
        "seconds": struct.unpack("!I", found.get(51, b"\0\0\x0e\x10"))[0],
    }


print(json.dumps(main()))

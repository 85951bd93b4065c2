"""Forgets all tracked connections of this network namespace (ctnetlink: DELETE without a filter)."""
import socket, struct

NETLINK_NETFILTER, CT_DELETE, REQUEST_ACK = 12, (1 << 8) | 2, 5
sock = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_NETFILTER)
sock.send(struct.pack("=IHHII", 20, CT_DELETE, REQUEST_ACK, 1, 0) + struct.pack("!BBH", 0, 0, 0))
status = struct.unpack("=i", sock.recv(4096)[16:20])[0]
raise SystemExit(0 if status == 0 else f"conntrack: {-status}")

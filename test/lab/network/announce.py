"""Claims an IPv4 address again and again by gratuitous ARP, as a second computer with the same address does. Usage: announce.py DEVICE ADDRESS"""
import socket, sys, time

device, address = sys.argv[1], socket.inet_aton(sys.argv[2])
with open(f"/sys/class/net/{device}/address") as handle:
    mac = bytes.fromhex(handle.read().strip().replace(":", ""))
frame = b"\xff" * 6 + mac + b"\x08\x06\x00\x01\x08\x00\x06\x04\x00\x01" + mac + address + b"\0" * 6 + address
sock = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
sock.bind((device, 0))
while True:
    sock.send(frame)
    time.sleep(0.4)

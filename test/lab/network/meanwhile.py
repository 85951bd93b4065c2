"""Runs a command some time after traffic began to pass an interface: "in the middle of a scan". Usage: meanwhile.py DEVICE SECONDS COMMAND..."""
import subprocess, sys, time

device, seconds, command = sys.argv[1], float(sys.argv[2]), sys.argv[3:]


def packets():
    with open(f"/sys/class/net/{device}/statistics/rx_packets") as handle:
        return int(handle.read())


start = packets()
while packets() < start + 8:
    time.sleep(0.005)
time.sleep(seconds)
subprocess.run(command, check=True)
while True:
    time.sleep(60)

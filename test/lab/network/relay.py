"""Carrier line in user space: delay, jitter, reordering, loss and a size limit, for kernels without netem.

Usage: relay.py NAMESPACE_A DEVICE_A NAMESPACE_B DEVICE_B < one JSON line with the settings
Makes one tun device in each namespace, says "ready" and carries packets between them until standard input closes.
Settings: delayMs (each way), jitterMs, reorderPercent, lossPercent, kbps (each way), queueBytes, mtu (bigger packets vanish).
"""
import ctypes, fcntl, heapq, json, os, random, select, struct, sys, time

TUNSETIFF, IFF_TUN, IFF_NO_PI, CLONE_NEWNET = 0x400454CA, 0x0001, 0x1000, 0x40000000
libc = ctypes.CDLL(None, use_errno=True)


def open_tun(namespace, device):
    with open(f"/run/netns/{namespace}") as handle:
        if libc.setns(handle.fileno(), CLONE_NEWNET) != 0:
            raise OSError(ctypes.get_errno(), "setns")
    fd = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(fd, TUNSETIFF, struct.pack("16sH22x", device.encode(), IFF_TUN | IFF_NO_PI))
    return fd


class Way:
    """One direction."""

    def __init__(self, settings):
        self.settings = settings
        self.free_at = 0.0
        self.queued = 0
        self.last_due = 0.0

    def admit(self, now, size):
        """When the packet is to leave, or None when it is lost."""
        s = self.settings
        if size > s.get("mtu", 65535) or random.random() * 100 < s.get("lossPercent", 0):
            return None
        leave = now
        if s.get("kbps"):
            if self.queued + size > s.get("queueBytes", 1 << 30):
                return None
            self.free_at = max(self.free_at, now) + size * 8 / (s["kbps"] * 1000)
            leave = self.free_at
            self.queued += size
        due = leave + (s.get("delayMs", 0) + random.random() * s.get("jitterMs", 0)) / 1000
        if random.random() * 100 >= s.get("reorderPercent", 0):
            due = max(due, self.last_due)
            self.last_due = due
        return due


def main():
    ends = [open_tun(sys.argv[1], sys.argv[2]), open_tun(sys.argv[3], sys.argv[4])]
    settings = json.loads(sys.stdin.readline())
    ways = [Way(settings), Way(settings)]
    heap, order = [], 0
    print("ready", flush=True)
    while True:
        wait = None if not heap else max(0.0, heap[0][0] - time.monotonic())
        readable, _, _ = select.select([*ends, sys.stdin], [], [], wait)
        now = time.monotonic()
        if sys.stdin in readable and not os.read(0, 4096):
            return
        for index, end in enumerate(ends):
            if end not in readable:
                continue
            for _ in range(64):
                try:
                    packet = os.read(end, 65535)
                except (BlockingIOError, OSError):
                    break
                due = ways[index].admit(now, len(packet))
                if due is not None:
                    order += 1
                    heapq.heappush(heap, (due, order, index, packet))
        now = time.monotonic()
        while heap and heap[0][0] <= now:
            _, _, index, packet = heapq.heappop(heap)
            if ways[index].settings.get("kbps"):
                ways[index].queued -= len(packet)
            try:
                os.write(ends[1 - index], packet)
            except OSError:
                pass


main()

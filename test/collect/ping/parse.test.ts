import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePing } from "../../../src/collect/ping/parse.ts";
import { fixture } from "../local/support.ts";

const parse = (name: string, target: string, limitedTtl = false) => parsePing(fixture(name), target, limitedTtl);

describe("answers", () => {
  it.each([
    ["linux/ping-ok.txt", "192.0.2.1", 2, 2, [0.058, 0.057]],
    ["linux/ping-ok-ipv6.txt", "2001:db8::1", 1, 1, [0.035]],
    ["linux/ping-busybox-ipv6.txt", "2607:f8b0:400b:803::200e", null, 1, [11.088]],
  ])("%s", (name, target, sent, received, rttMs) => {
    expect(parse(name, target)).toEqual({
      recognised: true,
      refused: false,
      sent,
      received,
      rttMs,
      errors: [],
      toldMtu: null,
    });
  });

  it("counts answers in any language by TTL and the sign before the time", () => {
    const lines = [
      "8.8.8.8 からの応答: バイト数 =32 時間 =10ms TTL=117",
      "Réponse de 8.8.8.8 : octets=32 temps=12 ms TTL=117",
      "Ответ от 8.8.8.8: число байт=32 время=15мс TTL=117",
      "8.8.8.8 adresinden yanıt: bayt=32 süre<1ms TTL=117",
    ];
    const report = parsePing(lines.join("\r\n"), "8.8.8.8", false);
    expect(report.received).toBe(4);
    expect(report.rttMs).toEqual([10, 12, 15, 0.5]);
  });

  it("takes the list of options, which a program prints when it refuses them, for no result at all", () => {
    const usage =
      "Usage: ping [-t] [-n count] [-w timeout] target_name\r\n\r\nOptions:\r\n    -n count       Number of echo " +
      "requests to send.\r\n    -w timeout     Timeout in milliseconds to wait for each reply.\r\n";
    expect(
      parsePing(`Bad value for option -w, valid range is from 1 to 4294967295.\r\n${usage}`, "10.0.0.1", false),
    ).toMatchObject({ recognised: false, sent: null });
    expect(parsePing("Request timed out.\r\n", "10.0.0.1", false).recognised).toBe(true);
  });

  it("does not take a second answer to one request for another one", () => {
    const output =
      "64 bytes from 10.0.0.1: icmp_seq=1 ttl=64 time=1.0 ms\n64 bytes from 10.0.0.1: icmp_seq=1 ttl=64 time=1.4 " +
      "ms (DUP!)\n";
    expect(parsePing(output, "10.0.0.1", false)).toMatchObject({ received: 1, rttMs: [1] });
  });
});

describe("errors", () => {
  it.each([
    ["linux/ping-host-unreachable.txt", "192.0.2.77", { from: "192.0.2.10", kind: "HOST_UNREACHABLE" }, null],
    ["linux/ping-router-unreachable.txt", "198.51.100.7", { from: "192.0.2.1", kind: "HOST_UNREACHABLE" }, null],
    ["linux/ping-net-unreachable.txt", "203.0.113.200", { from: "192.0.2.1", kind: "NET_UNREACHABLE" }, null],
    ["linux/ping-prohibited.txt", "203.0.113.7", { from: "192.0.2.1", kind: "ACCESS_DENIED" }, null],
    ["linux/ping-ttl.txt", "10.1.1.1", { from: "192.0.2.1", kind: "TTL_EXCEEDED" }, null],
    ["linux/ping-ttl-ipv6.txt", "2001:db8:9::1", { from: "2001:db8::1", kind: "TTL_EXCEEDED" }, null],
    ["linux/ping-frag-needed-forwarded.txt", "10.1.1.2", { from: "192.0.2.1", kind: "MESSAGE_TOO_BIG" }, 1400],
    ["linux/ping-frag-needed.txt", "192.0.2.80", { from: "192.168.10.1", kind: "MESSAGE_TOO_BIG" }, 1492],
    ["linux/ping-too-big-ipv6.txt", "2001:db8:9::2", { from: "2001:db8::1", kind: "MESSAGE_TOO_BIG" }, 1400],
    ["linux/ping-local-too-long.txt", "192.0.2.1", { from: null, kind: "MESSAGE_TOO_BIG" }, 1400],
    ["linux/ping-no-route.txt", "10.1.1.1", { from: null, kind: "NET_UNREACHABLE" }, null],
    ["darwin/ping-errors.txt", "216.58.196.46", { from: "10.0.0.1", kind: "HOST_UNREACHABLE" }, null],
  ])("%s", (name, target, first, toldMtu) => {
    const report = parse(name, target);
    expect(report.errors[0]).toEqual(first);
    expect(report.toldMtu).toBe(toldMtu);
    expect(report.recognised).toBe(true);
  });

  it("keeps the answers among the errors of macOS", () => {
    expect(parse("darwin/ping-errors.txt", "216.58.196.46")).toMatchObject({ sent: 4, received: 1, rttMs: [33.121] });
    expect(parse("darwin/ping-errors.txt", "216.58.196.46").errors).toEqual([
      { from: "10.0.0.1", kind: "HOST_UNREACHABLE" },
      { from: null, kind: "HOST_UNREACHABLE" },
    ]);
  });

  it("tells a refusal from silence", () => {
    expect(
      parsePing("ping: socktype: SOCK_RAW\nping: socket: Operation not permitted\n", "10.0.0.1", false),
    ).toMatchObject({ recognised: false, refused: true });
    expect(
      parsePing("ping: invalid option -- 'n'\nBusyBox v1.36.1 multi-call binary.\n", "10.0.0.1", false),
    ).toMatchObject({ recognised: false, errors: [] });
  });
});

it("never throws, whatever the text", () => {
  const texts = ["linux/ping-ttl.txt", "darwin/ping-errors.txt"].map(fixture);
  const cut = fc.tuple(fc.constantFrom(...texts), fc.nat(600)).map(([text, at]) => text.slice(0, at));
  fc.assert(
    fc.property(fc.oneof(fc.string(), cut), fc.boolean(), (text, ttl) => {
      const report = parsePing(text, "192.0.2.1", ttl);
      expect(report.rttMs.length).toBeLessThanOrEqual(report.received);
      expect(report.rttMs.every((ms) => Number.isFinite(ms))).toBe(true);
    }),
    { numRuns: 400 },
  );
});

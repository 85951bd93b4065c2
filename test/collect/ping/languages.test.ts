import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parsePing } from "../../../src/collect/ping/parse.ts";
import { decodeToolOutput } from "../../../src/collect/tool/tool-output.ts";
import { fixture } from "../local/support.ts";

const bytes = (name: string): Uint8Array => readFileSync(new URL(`../../../fixtures/tools/${name}`, import.meta.url));

/** As a Windows in some language writes it in its own code page, and as Node hands it on. */
const recorded = (name: string): string => decodeToolOutput(bytes(name), "win32");

describe("silence in any language and code page", () => {
  it.each([
    ["windows/ping-timeout.ja.cp932.txt", "192.168.10.199"],
    ["windows/ping-timeout.zh.txt", "192.168.1.88"],
  ])("%s", (name, target) => {
    expect(parsePing(recorded(name), target, false)).toMatchObject({
      recognised: true,
      sent: 4,
      received: 0,
      errors: [],
    });
  });

  it.each([
    ["패킷: 보냄 = 4, 받음 = 0, 손실 = 4 (100% 손실),", 4],
    ["Пакетов: отправлено = 3, получено = 1, потеряно = 2", 3],
    ["    Gói tin: Đã gửi = 4, Đã nhận = 0, Bị mất = 4 (mất 100%),", 4],
    ["已发送 2 个包， 已接收 0 个包, 100% packet loss, time 1001ms", 2],
    ["2 Pakete übertragen, 1 empfangen, 50% Paketverlust, Zeit 1002ms", 2],
    ["4 packets transmitted, 1 received, +2 errors, 75% packet loss", 4],
  ])("reads the summary %s", (line, sent) => {
    expect(parsePing(`${line}\n`, "192.0.2.1", false)).toMatchObject({ recognised: true, sent });
  });

  it("takes no other line with numbers for a summary", () => {
    for (const line of ["a = 1, b = 2, c = 9", "1 of 20 files, 90% done", "step 2 of 3"])
      expect(parsePing(`${line}\n`, "192.0.2.1", false)).toMatchObject({ recognised: false, sent: null });
  });
});

describe("times", () => {
  it("are numbers with a unit, whatever unit and word", () => {
    const report = parsePing(fixture("windows/ping-under-1ms.es.txt"), "192.168.1.1", false);
    expect(report).toMatchObject({ sent: 4, received: 4, rttMs: [0.5, 3, 0.5, 0.5] });
    const cp866 = "Ž‚Ґв ®в 8.8.8.8: з¨б«® Ў ©в=32 ўаҐ¬п=15¬б TTL=117";
    expect(parsePing(cp866, "8.8.8.8", false)).toMatchObject({ received: 1, rttMs: [15] });
    // No time is told for a packet too small to carry a stamp.
    expect(parsePing("16 bytes from 8.8.8.8: icmp_seq=1 ttl=64", "8.8.8.8", false).rttMs).toEqual([]);
  });
});

describe("who says it", () => {
  it("a neighbour of the target, or the laptop itself, means that nobody is there, never a hop of the way", () => {
    const german = parsePing(fixture("windows/ping-unreachable.de.txt"), "192.168.178.60", true);
    expect(german).toMatchObject({ sent: 3, received: 0 });
    expect(german.errors).toEqual(
      Array.from({ length: 3 }, () => ({ from: "192.168.178.44", kind: "HOST_UNREACHABLE" })),
    );
    const french = parsePing(fixture("windows/ping-unreachable.fr.txt"), "1.1.1.1", true);
    expect(french.errors).toEqual(
      Array.from({ length: 3 }, () => ({ from: "192.168.137.2", kind: "HOST_UNREACHABLE" })),
    );
    const klingon = "192.168.137.2 nuqneH: ghotvam'e' Sambe'lu'.";
    const own = new Set(["192.168.137.2"]);
    expect(parsePing(klingon, "1.1.1.1", true, own).errors).toEqual([
      { from: "192.168.137.2", kind: "HOST_UNREACHABLE" },
    ]);
    expect(parsePing(klingon, "1.1.1.1", true).errors).toEqual([{ from: "192.168.137.2", kind: "TTL_EXCEEDED" }]);
  });
});

it("counts an answer once, marked as a double or not", () => {
  const report = parsePing(fixture("linux/ping-dup-unmarked.txt"), "2001:db8::1", false);
  expect(report).toMatchObject({ sent: 2, received: 2, rttMs: [13.4, 11] });
});

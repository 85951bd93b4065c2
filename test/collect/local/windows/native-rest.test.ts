import { describe, expect, it } from "vitest";
import { prepared } from "../../../../src/collect/local/windows/native/echo-threads.ts";
import { readReply, REPLY } from "../../../../src/collect/local/windows/native/icmp.ts";
import { powerOf } from "../../../../src/collect/local/windows/native/machine.ts";
import { macIn, neighbourRow } from "../../../../src/collect/local/windows/native/resolve-neighbour.ts";
import { userProxyAt } from "../../../../src/collect/local/windows/native/winhttp.ts";
import { connectionAt, guidText, radioGuids, radioOnAt } from "../../../../src/collect/local/windows/native/wlan.ts";
import { NativeMemory, row, socketAddress, type Field } from "./memory.ts";

describe("echo replies", () => {
  const reply4 = (status: number, rtt: number): Buffer =>
    row(REPLY.four.size, [
      [0, "bytes", Buffer.from([203, 0, 113, 9])],
      [4, "u32", status],
      [8, "u32", rtt],
    ]);

  it.each([
    [0, { kind: "answer", from: "203.0.113.9", rttMs: 12 }],
    [11_013, { kind: "error", from: "203.0.113.9", code: "TTL_EXCEEDED" }],
    [11_009, { kind: "error", from: "203.0.113.9", code: "MESSAGE_TOO_BIG" }],
    [11_003, { kind: "error", from: "203.0.113.9", code: "HOST_UNREACHABLE" }],
    [11_050, { kind: "error", from: "203.0.113.9", code: "OTHER" }],
    [11_010, { kind: "silence" }],
  ] as const)("status %i", (status, told) => {
    expect(readReply(reply4(status, 12), 1, 4)).toEqual(told);
  });

  it("less than a millisecond is a half; no reply is silence; IPv6 has its own layout", () => {
    expect(readReply(reply4(0, 0), 1, 4)).toMatchObject({ rttMs: 0.5 });
    expect(readReply(Buffer.alloc(100), 0, 4)).toEqual({ kind: "silence" });
    const six = row(36, [
      [6, "bytes", socketAddress("2001:db8::9").subarray(8, 24)],
      [28, "u32", 11_013],
      [32, "u32", 3],
    ]);
    expect(readReply(six, 1, 6)).toEqual({ kind: "error", from: "2001:db8::9", code: "TTL_EXCEEDED" });
    expect(REPLY).toMatchObject({ four: { size: 40 }, six: { size: 36 } });
  });
});

describe("echo requests", () => {
  const call = { zone: 0, ttl: 3, dontFragment: true, payloadBytes: 32, timeoutMs: 500 };

  it("options and addresses lie where Windows reads them", () => {
    const four = Buffer.from(prepared({ ...call, address: [203, 0, 113, 9] }).head);
    expect([four[0], four[2], [...four.subarray(48, 52)], four.length]).toEqual([3, 2, [203, 0, 113, 9], 72]);
    const address = [0xfe, 0x80, ...Array.from({ length: 13 }, () => 0), 1];
    const six = Buffer.from(prepared({ ...call, dontFragment: false, zone: 12, address }).head);
    expect([six[2], six.readUInt16LE(16), six.readUInt16LE(44), six[52], six[67], six.readUInt32LE(68)]).toEqual([
      0, 23, 23, 0xfe, 1, 12,
    ]);
  });
});

describe("asking for a hardware address", () => {
  it("the row that asks, for both families", () => {
    const four = Buffer.from(neighbourRow("192.168.1.1", 12));
    expect([four.readUInt16LE(0), [...four.subarray(4, 8)], four.readUInt32LE(28)]).toEqual([2, [192, 168, 1, 1], 12]);
    const six = Buffer.from(neighbourRow("fe80::1%12", 12));
    expect([six.readUInt16LE(0), six[8], six[23], six.length]).toEqual([23, 0xfe, 1, 88]);
  });

  it("an answer, nobody, and a question that could not be asked", () => {
    const told = row(88, [
      [40, "bytes", Buffer.from("74d4352a10ff", "hex")],
      [72, "u32", 6],
    ]);
    expect(macIn(0, told)).toBe("74:d4:35:2a:10:ff");
    expect(macIn(67, told)).toBeNull();
    expect([macIn(0, Buffer.alloc(88)), macIn(1168, told)]).toEqual([undefined, undefined]);
  });
});

describe("the rest", () => {
  it("proxy settings of the user", () => {
    const memory = new NativeMemory();
    const config = memory.structure(32, [
      [0, "u32", 1],
      [8, "u64", memory.wide("http://wpad.test/proxy.pac")],
      [16, "u64", memory.wide("http=10.0.0.1:8080;https=10.0.0.1:8443")],
      [24, "u64", 0n],
    ]);
    expect(userProxyAt(config)).toEqual({
      autoDetect: true,
      script: "http://wpad.test/proxy.pac",
      proxy: "http=10.0.0.1:8080;https=10.0.0.1:8443",
      bypass: "",
    });
  });

  it("radios: GUID, name, signal, switch", () => {
    const memory = new NativeMemory();
    const guid = Buffer.from("3c2b1a6e00004e4d8f90112233445566", "hex");
    const list = memory.structure(8 + 2 * 532, [
      [0, "u32", 2],
      [8, "bytes", guid],
      [8 + 532, "bytes", guid],
    ]);
    expect(radioGuids(list).map((at) => guidText(at, 0))).toEqual([
      "{6E1A2B3C-0000-4D4E-8F90-112233445566}",
      "{6E1A2B3C-0000-4D4E-8F90-112233445566}",
    ]);
    const name = Buffer.from("UBND xã");
    const connection = memory.structure(604, [
      [520, "u32", name.length],
      [524, "bytes", name],
      [576, "u32", 88],
    ]);
    expect(connectionAt(connection, 604)).toEqual({ ssid: "UBND xã", signalPercent: 88 });
    expect(connectionAt(connection, 500)).toEqual({ ssid: null, signalPercent: null });
    const radio = (states: readonly (readonly [number, number])[]): bigint =>
      memory.structure(4 + 64 * 12, [
        [0, "u32", states.length],
        ...states.flatMap(([software, hardware], at): Field[] => [
          [4 + at * 12 + 4, "u32", software],
          [4 + at * 12 + 8, "u32", hardware],
        ]),
      ]);
    expect(
      radioOnAt(
        radio([
          [1, 1],
          [2, 1],
        ]),
        772,
      ),
    ).toBe(true);
    expect(
      radioOnAt(
        radio([
          [2, 1],
          [1, 2],
        ]),
        772,
      ),
    ).toBe(false);
    expect(radioOnAt(radio([[0, 1]]), 772)).toBeNull();
    expect(radioOnAt(radio([]), 772)).toBeNull();
  });

  it("power: mains, battery, neither known", () => {
    expect(powerOf(Uint8Array.of(1, 1, 87))).toEqual({ onMains: true, batteryPercent: 87 });
    expect(powerOf(Uint8Array.of(0, 4, 3))).toEqual({ onMains: false, batteryPercent: 3 });
    expect(powerOf(Uint8Array.of(1, 128, 255))).toEqual({ onMains: true, batteryPercent: null });
    expect(powerOf(Uint8Array.of(255, 255, 255))).toEqual({ onMains: null, batteryPercent: null });
  });
});

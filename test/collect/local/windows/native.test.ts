import { describe, expect, it } from "vitest";
import { ADAPTER_SIZES, adapterRows } from "../../../../src/collect/local/windows/native/adapters.ts";
import { readAdapters } from "../../../../src/collect/local/windows/native/iphlpapi.ts";
import {
  interfaceRows,
  neighbourRows,
  routeRows,
  ROW_SIZES,
} from "../../../../src/collect/local/windows/native/tables.ts";
import { NativeMemory, row, socketAddress, type Field } from "./memory.ts";

/** One IP_ADAPTER_ADDRESSES with everything in it, offsets as Microsoft's header gives them on 64 bits. */
function adapter(memory: NativeMemory, next: bigint, index: number, more: readonly Field[] = []): bigint {
  const second = memory.structure(64, unicast(memory, 0n, "fe80::1234", 64, 2, 4, 7));
  const first = memory.structure(64, unicast(memory, second, "192.168.1.20", 24, 3, 4));
  const dns6 = memory.structure(32, [
    [0, "u32", 32],
    [16, "u64", memory.address("fec0:0:0:ffff::1")],
  ]);
  const dns4 = memory.structure(32, [
    [8, "u64", dns6],
    [16, "u64", memory.address("192.168.1.1")],
  ]);
  return memory.structure(448, [
    [0, "u32", 448],
    [4, "u32", index],
    [8, "u64", next],
    [16, "u64", memory.narrow("{6E1A2B3C-0000-4D4E-8F90-112233445566}")],
    [24, "u64", first],
    [48, "u64", dns4],
    [56, "u64", memory.wide("ubnd.test")],
    [64, "u64", memory.wide("Realtek PCIe GbE Family Controller")],
    [72, "u64", memory.wide("Kết nối mạng")],
    [80, "bytes", Buffer.from("74d4352a10ff", "hex")],
    [88, "u32", 6],
    [92, "u32", 0x1c5],
    [96, "u32", 1500],
    [100, "u32", 6],
    [104, "u32", 1],
    [192, "u64", 1_000_000_000n],
    [216, "u32", 25],
    [220, "u32", 0xffff_ffff],
    [232, "u64", memory.address("192.168.1.1")],
    [240, "u32", 16],
    ...more,
  ]);
}

function unicast(
  memory: NativeMemory,
  next: bigint,
  text: string,
  prefix: number,
  origin: number,
  state: number,
  zone = 0,
): Field[] {
  return [
    [0, "u32", 64],
    [8, "u64", next],
    [16, "u64", memory.address(text, zone)],
    [24, "u32", text.includes(":") ? 28 : 16],
    [32, "u32", origin],
    [36, "u32", origin],
    [40, "u32", state],
    [44, "u32", 3600],
    [52, "u32", 3600],
    [56, "u8", prefix],
  ];
}

describe("GetAdaptersAddresses", () => {
  it("all fields", () => {
    const memory = new NativeMemory();
    expect(adapterRows(adapter(memory, 0n, 12))).toEqual([
      {
        index: 12,
        guid: "{6E1A2B3C-0000-4D4E-8F90-112233445566}",
        name: "Kết nối mạng",
        description: "Realtek PCIe GbE Family Controller",
        mac: "74:d4:35:2a:10:ff",
        dhcp: true,
        managed6: false,
        mtu: 1500,
        type: 6,
        oper: 1,
        speed: 1_000_000_000,
        metric4: 25,
        metric6: null,
        dhcpServer: "192.168.1.1",
        addresses: [
          { address: "192.168.1.20", prefix: 24, origin: 3, state: 4 },
          { address: "fe80::1234", prefix: 64, origin: 2, state: 4 },
        ],
        dns: ["192.168.1.1", "fec0:0:0:ffff::1"],
        suffix: "ubnd.test",
      },
    ]);
    expect(ADAPTER_SIZES).toEqual({ adapter: 448, unicast: 64, server: 32 });
  });

  it("64 adapters, in their order; a list that bites its tail ends", () => {
    const memory = new NativeMemory();
    let first = 0n;
    for (let index = 64; index > 0; index -= 1) first = adapter(memory, first, index);
    expect(adapterRows(first).map((one) => one.index)).toEqual(Array.from({ length: 64 }, (_, at) => at + 1));

    const self = Buffer.alloc(448);
    const at = memory.keep(self);
    self.writeUInt32LE(448, 0);
    self.writeBigUInt64LE(at, 8);
    self.writeBigUInt64LE(at, 24);
    expect(adapterRows(at)).toHaveLength(1);
  });

  it("an adapter without anything: no pointers, no hardware address, an address of a family that nobody knows", () => {
    const memory = new NativeMemory();
    const strange = memory.structure(64, [[16, "u64", memory.structure(28, [[0, "u16", 6]])]]);
    const bare = memory.structure(448, [
      [0, "u32", 448],
      [24, "u64", strange],
    ]);
    expect(adapterRows(bare)).toMatchObject([
      { name: "", guid: "", mac: "", addresses: [], dns: [], dhcpServer: null },
    ]);
    expect(adapterRows(0n)).toEqual([]);
    // A structure of Windows XP is shorter than what is read.
    expect(adapterRows(memory.structure(448, [[0, "u32", 144]]))).toEqual([]);
  });

  it("a list that grows while it is read is asked for again; one that never fits is an error", () => {
    const wanted: number[] = [];
    const growing = (times: number) => (buffer: bigint, size: bigint) => {
      wanted.push(Number(size - size));
      return wanted.length <= times ? 111 : buffer === 0n ? 1 : 232;
    };
    expect(readAdapters(growing(3))).toEqual([]);
    expect(wanted).toHaveLength(4);
    expect(() => readAdapters(() => 111)).toThrow(/kept growing/u);
    expect(() => readAdapters(() => 1784)).toThrow(/GetAdaptersAddresses: 1784/u);
  });
});

describe("GetIpForwardTable2", () => {
  const route = (destination: string, prefix: number, nextHop: string, metric: number, more: readonly Field[] = []) =>
    row(104, [
      [8, "u32", 12],
      [12, "bytes", socketAddress(destination)],
      [40, "u8", prefix],
      [44, "bytes", socketAddress(nextHop)],
      [84, "u32", metric],
      ...more,
    ]);

  it("two gateways, both families, a zone", () => {
    const memory = new NativeMemory();
    const rows = [
      route("0.0.0.0", 0, "192.168.1.1", 0),
      route("0.0.0.0", 0, "10.0.0.1", 50),
      route("::", 0, "fe80::1", 16),
      route("127.0.0.0", 8, "0.0.0.0", 256, [[92, "u8", 1]]),
    ];
    expect(routeRows(memory.table(rows))).toEqual([
      { index: 12, destination: "0.0.0.0", prefix: 0, nextHop: "192.168.1.1", metric: 0, loopback: false },
      { index: 12, destination: "0.0.0.0", prefix: 0, nextHop: "10.0.0.1", metric: 50, loopback: false },
      { index: 12, destination: "::", prefix: 0, nextHop: "fe80::1", metric: 16, loopback: false },
      { index: 12, destination: "127.0.0.0", prefix: 8, nextHop: "0.0.0.0", metric: 256, loopback: true },
    ]);
    expect(routeRows(memory.table([]))).toEqual([]);
    expect(routeRows(0n)).toEqual([]);
    expect(ROW_SIZES).toEqual({ interface: 1352, route: 104, neighbour: 88 });
  });
});

describe("GetIpNetTable2", () => {
  it("address, hardware address, state, router", () => {
    const memory = new NativeMemory();
    const rows = [
      row(88, [
        [0, "bytes", socketAddress("192.168.1.1")],
        [28, "u32", 12],
        [40, "bytes", Buffer.from("74d4352a10ff", "hex")],
        [72, "u32", 6],
        [76, "u32", 5],
        [80, "u8", 1],
      ]),
      row(88, [
        [0, "bytes", socketAddress("fe80::aa", 12)],
        [28, "u32", 12],
        [76, "u32", 1],
      ]),
    ];
    expect(neighbourRows(memory.table(rows))).toEqual([
      { index: 12, address: "192.168.1.1", mac: "74:d4:35:2a:10:ff", state: 5, router: true },
      { index: 12, address: "fe80::aa", mac: "", state: 1, router: false },
    ]);
  });
});

describe("GetIfTable2", () => {
  it("names, switches, speed, counters", () => {
    const memory = new NativeMemory();
    const rows = [
      row(1352, [
        [8, "u32", 12],
        [28, "wide", "Wi-Fi"],
        [542, "wide", "Intel(R) Dual Band Wireless-AC 8265"],
        [1056, "u32", 6],
        [1060, "bytes", Buffer.from("0013020a0b0c", "hex")],
        [1124, "u32", 1500],
        [1128, "u32", 71],
        [1140, "u32", 9],
        [1152, "u8", 0x5],
        [1156, "u32", 2],
        [1160, "u32", 1],
        [1164, "u32", 2],
        [1200, "u64", 866_700_000n],
        [1216, "u64", 1000n],
        [1224, "u64", 25n],
        [1240, "u64", 3n],
        [1288, "u64", 800n],
        [1296, "u64", 12n],
        [1312, "u64", 1n],
      ]),
    ];
    expect(interfaceRows(memory.table(rows))).toEqual([
      {
        index: 12,
        name: "Wi-Fi",
        description: "Intel(R) Dual Band Wireless-AC 8265",
        mac: "00:13:02:0a:0b:0c",
        mtu: 1500,
        type: 71,
        medium: 9,
        hardware: true,
        filter: false,
        oper: 2,
        admin: 1,
        media: 2,
        speed: 866_700_000,
        rxPackets: 1025,
        txPackets: 812,
        rxErrors: 3,
        txErrors: 1,
      },
    ]);
  });
});

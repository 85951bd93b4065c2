import { NativeError, openLibrary } from "./ffi.ts";
import { addressOf, bytesAt, u32 } from "./memory.ts";

/** What the WLAN service tells of one radio. */
export interface RadioRow {
  /** `{…}` in upper case, as the IP layer names the adapter. */
  readonly guid: string;
  /** Switched on in software and hardware; null where it was not told. */
  readonly radioOn: boolean | null;
  readonly ssid: string | null;
  readonly signalPercent: number | null;
}

const FUNCTIONS = {
  WlanOpenHandle: { arguments: ["uint32", "pointer", "pointer", "pointer"], return: "uint32" },
  WlanEnumInterfaces: { arguments: ["uint64", "pointer", "pointer"], return: "uint32" },
  WlanQueryInterface: {
    arguments: ["uint64", "pointer", "uint32", "pointer", "pointer", "pointer", "pointer"],
    return: "uint32",
  },
  WlanFreeMemory: { arguments: ["pointer"], return: "void" },
  WlanCloseHandle: { arguments: ["uint64", "pointer"], return: "uint32" },
} as const;

/** wlanapi.h: client version of Windows Vista and later. */
const VERSION = 2;
/** WLAN_INTF_OPCODE. */
const RADIO_STATE = 4;
const CURRENT_CONNECTION = 7;
const MOST_RADIOS = 16;
const MOST_PHYS = 64;

/** learn.microsoft.com: "WLAN_INTERFACE_INFO_LIST structure (wlanapi.h)": count, index, then WLAN_INTERFACE_INFO of 532 bytes. */
const LIST = { first: 8, row: 532 } as const;
/** "WLAN_CONNECTION_ATTRIBUTES structure (wlanapi.h)" and the WLAN_ASSOCIATION_ATTRIBUTES in it. */
const CONNECTION = { ssidLength: 520, ssid: 524, signal: 576 } as const;
/** "WLAN_RADIO_STATE structure (wlanapi.h)": count, then index, software and hardware state of each; 1 is on, 2 off. */
const RADIO = { first: 4, row: 12, software: 4, hardware: 8 } as const;
const ON = 1;
const OFF = 2;

/**
 * Radios of this laptop.
 * @param mayAsk names and signal are read only where consent for the place is given: since Windows 11 24H2 the call can raise a prompt
 */
export function readRadios(mayAsk: boolean): RadioRow[] {
  const calls = openLibrary("wlanapi.dll", FUNCTIONS);
  const [version, handleCell, cell] = [Buffer.alloc(4), Buffer.alloc(8), Buffer.alloc(8)];
  const opened = calls.WlanOpenHandle(VERSION, 0n, addressOf(version), addressOf(handleCell));
  if (opened !== 0) throw new NativeError("WlanOpenHandle", opened);
  const handle = handleCell.readBigUInt64LE(0);
  const query = <T>(guid: bigint, opcode: number, read: (data: bigint, size: number) => T): T | null => {
    const [size, data] = [Buffer.alloc(4), Buffer.alloc(8)];
    if (calls.WlanQueryInterface(handle, guid, opcode, 0n, addressOf(size), addressOf(data), 0n) !== 0) return null;
    const pointer = data.readBigUInt64LE(0);
    if (pointer === 0n) return null;
    try {
      return read(pointer, size.readUInt32LE(0));
    } finally {
      calls.WlanFreeMemory(pointer);
    }
  };
  try {
    const code = calls.WlanEnumInterfaces(handle, 0n, addressOf(cell));
    if (code !== 0) throw new NativeError("WlanEnumInterfaces", code);
    const list = cell.readBigUInt64LE(0);
    try {
      return radioGuids(list).map((guid) => ({
        guid: guidText(guid, 0),
        radioOn: query(guid, RADIO_STATE, radioOnAt),
        ...((mayAsk ? query(guid, CURRENT_CONNECTION, connectionAt) : null) ?? { ssid: null, signalPercent: null }),
      }));
    } finally {
      calls.WlanFreeMemory(list);
    }
  } finally {
    calls.WlanCloseHandle(handle, 0n);
  }
}

/** Addresses of the GUIDs in a WLAN_INTERFACE_INFO_LIST. */
export function radioGuids(list: bigint): bigint[] {
  const count = Math.min(u32(list, 0), MOST_RADIOS);
  return Array.from({ length: count }, (_, index) => list + BigInt(LIST.first + index * LIST.row));
}

/** Name and signal of a connection; a name is bytes, which nearly always are UTF-8. */
export function connectionAt(at: bigint, size: number): Pick<RadioRow, "ssid" | "signalPercent"> {
  if (size < CONNECTION.signal + 4) return { ssid: null, signalPercent: null };
  const length = Math.min(u32(at, CONNECTION.ssidLength), 32);
  const ssid = new TextDecoder().decode(bytesAt(at, CONNECTION.ssid, length));
  return { ssid: ssid === "" ? null : ssid, signalPercent: Math.min(100, u32(at, CONNECTION.signal)) };
}

/** A radio is off where each part of it is off, by a key or in the settings. */
export function radioOnAt(at: bigint, size: number): boolean | null {
  const count = Math.min(u32(at, 0), MOST_PHYS, Math.floor((size - RADIO.first) / RADIO.row));
  const states = Array.from({ length: Math.max(0, count) }, (_, index) => {
    const row = RADIO.first + index * RADIO.row;
    return [u32(at, row + RADIO.software), u32(at, row + RADIO.hardware)] as const;
  });
  if (states.some(([software, hardware]) => software === ON && hardware === ON)) return true;
  return states.length > 0 && states.every(([software, hardware]) => software === OFF || hardware === OFF)
    ? false
    : null;
}

/** A GUID as Windows writes it. */
export function guidText(at: bigint, offset: number): string {
  const bytes = [...bytesAt(at, offset, 16)].map((one) => one.toString(16).padStart(2, "0").toUpperCase());
  const part = (...places: readonly number[]): string => places.map((place) => bytes[place]).join("");
  const tail = [part(8, 9), part(10, 11, 12, 13, 14, 15)].join("-");
  return `{${[part(3, 2, 1, 0), part(5, 4), part(7, 6), tail].join("-")}}`;
}

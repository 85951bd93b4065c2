import { NativeError, openLibrary } from "./ffi.ts";
import { addressOf, stillNeeded, wideBuffer } from "./memory.ts";

/** SYSTEM_POWER_STATUS of kernel32. */
export interface Power {
  readonly onMains: boolean | null;
  /** Null where there is no battery, or its level is not known. */
  readonly batteryPercent: number | null;
}

const POWER = { GetSystemPowerStatus: { arguments: ["pointer"], return: "int32" } } as const;
const UNKNOWN = 255;
const NO_BATTERY = 0x80;

/** learn.microsoft.com: "SYSTEM_POWER_STATUS structure (winbase.h)": line 0, flags 1, percent 2; 12 bytes. */
export function readPower(): Power {
  const { GetSystemPowerStatus } = openLibrary("kernel32.dll", POWER);
  const status = Buffer.alloc(12);
  if (GetSystemPowerStatus(addressOf(status)) === 0) throw new NativeError("GetSystemPowerStatus", 0);
  return powerOf(status);
}

export function powerOf(status: Uint8Array): Power {
  const [line = UNKNOWN, flags = UNKNOWN, percent = UNKNOWN] = status;
  const none = flags !== UNKNOWN && (flags & NO_BATTERY) !== 0;
  return { onMains: line === UNKNOWN ? null : line === 1, batteryPercent: none || percent > 100 ? null : percent };
}

const SERVICES = {
  OpenSCManagerW: { arguments: ["pointer", "pointer", "uint32"], return: "uint64" },
  OpenServiceW: { arguments: ["uint64", "pointer", "uint32"], return: "uint64" },
  QueryServiceStatus: { arguments: ["uint64", "pointer"], return: "int32" },
  CloseServiceHandle: { arguments: ["uint64"], return: "int32" },
} as const;
const SC_MANAGER_CONNECT = 0x1;
const SERVICE_QUERY_STATUS = 0x4;
const SERVICE_RUNNING = 4;

/** Does a service run? "SERVICE_STATUS structure (winsvc.h)": type 0, state 4; 28 bytes. Throws where there is none, or it may not be asked. */
export function serviceRuns(name: string): boolean {
  const calls = openLibrary("advapi32.dll", SERVICES);
  const manager = calls.OpenSCManagerW(0n, 0n, SC_MANAGER_CONNECT);
  if (manager === 0n) throw new NativeError("OpenSCManagerW", 0);
  try {
    const wide = wideBuffer(name);
    const service = calls.OpenServiceW(manager, addressOf(wide), SERVICE_QUERY_STATUS);
    stillNeeded(wide);
    if (service === 0n) throw new NativeError(`OpenServiceW ${name}`, 0);
    try {
      const status = Buffer.alloc(28);
      if (calls.QueryServiceStatus(service, addressOf(status)) === 0) throw new NativeError("QueryServiceStatus", 0);
      return status.readUInt32LE(4) === SERVICE_RUNNING;
    } finally {
      calls.CloseServiceHandle(service);
    }
  } finally {
    calls.CloseServiceHandle(manager);
  }
}

const HINT = {
  GetNetworkConnectivityHintForInterface: { arguments: ["uint32", "pointer"], return: "uint32" },
} as const;
const UNRESTRICTED = 1;
const FIXED = 2;
const VARIABLE = 3;

/**
 * Is an adapter's network metered? "NL_NETWORK_CONNECTIVITY_HINT structure (nldef.h)": level 0, cost 4; since Windows 10 2004, throws before.
 * Null where Windows does not know.
 */
export function isMetered(index: number): boolean | null {
  const { GetNetworkConnectivityHintForInterface } = openLibrary("iphlpapi.dll", HINT);
  const hint = Buffer.alloc(16);
  const code = GetNetworkConnectivityHintForInterface(index, addressOf(hint));
  if (code !== 0) throw new NativeError("GetNetworkConnectivityHintForInterface", code);
  const cost = hint.readUInt32LE(4);
  if (cost === UNRESTRICTED) return false;
  return cost === FIXED || cost === VARIABLE ? true : null;
}

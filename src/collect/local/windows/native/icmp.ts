import ipaddr from "ipaddr.js";
import type { FailureCode } from "../../../../evidence/common.ts";
import type { EchoAnswer, EchoRequest, EchoSender } from "../../../ping/echo.ts";
import { NativeError, openLibrary } from "./ffi.ts";
import { addressOf, INET6 } from "./memory.ts";

const FOUR = {
  IcmpCreateFile: { arguments: [], return: "uint64" },
  IcmpSendEcho2Ex: {
    arguments: [
      ...(["uint64", "uint64", "pointer", "pointer", "uint32", "uint32"] as const),
      ...(["pointer", "uint16", "pointer", "pointer", "uint32", "uint32"] as const),
    ],
    return: "uint32",
  },
  IcmpParseReplies: { arguments: ["pointer", "uint32"], return: "uint32" },
  IcmpCloseHandle: { arguments: ["uint64"], return: "int32" },
} as const;
const SIX = {
  Icmp6CreateFile: { arguments: [], return: "uint64" },
  Icmp6SendEcho2: {
    arguments: [
      ...(["uint64", "uint64", "pointer", "pointer", "pointer", "pointer"] as const),
      ...(["pointer", "uint16", "pointer", "pointer", "uint32", "uint32"] as const),
    ],
    return: "uint32",
  },
  Icmp6ParseReplies: { arguments: ["pointer", "uint32"], return: "uint32" },
  IcmpCloseHandle: FOUR.IcmpCloseHandle,
} as const;
const KERNEL = {
  CreateEventW: { arguments: ["pointer", "int32", "int32", "pointer"], return: "uint64" },
  WaitForSingleObject: { arguments: ["uint64", "uint32"], return: "uint32" },
  CloseHandle: { arguments: ["uint64"], return: "int32" },
  GetLastError: { arguments: [], return: "uint32" },
} as const;

const INVALID_HANDLE = 0xffff_ffff_ffff_ffffn;
const ERROR_IO_PENDING = 997;
const WAIT_OBJECT_0 = 0;
const WAIT_TIMEOUT = 258;
/** The event is looked at this often: nothing waits inside Windows, so nothing holds the program up. */
const POLL_MS = 2;
/** Windows tells a time-out by the same event, a moment after it. */
const LATE_MS = 250;
/** What Microsoft asks for beside the reply and its data: an ICMP error, and an IO_STATUS_BLOCK. */
const ROOM = 256;
const DEFAULT_TTL = 128;
const DEFAULT_PAYLOAD = 32;
/** IP_FLAG_DF. */
const DONT_FRAGMENT = 0x2;

/** learn.microsoft.com: "ICMP_ECHO_REPLY structure (ipexport.h)" on 64 bits, and "ICMPV6_ECHO_REPLY_LH" with its packed address. */
export const REPLY = {
  four: { size: 40, address: 0, status: 4, roundTrip: 8 },
  six: { size: 36, address: 6, status: 28, roundTrip: 32 },
} as const;
/** "IP_OPTION_INFORMATION structure (ipexport.h)": time to live, service, flags, size of options, their address. */
const OPTIONS = { size: 16, ttl: 0, flags: 2 } as const;
/** SOCKADDR_IN6. */
const SOCKET_ADDRESS_6 = 28;

/** Echo requests by iphlpapi.dll, which needs no administrator. Throws {@link NativeError} where the library has no such thing. */
export function openEcho(): EchoSender {
  const kernel = openLibrary("kernel32.dll", KERNEL);
  const four = openLibrary("iphlpapi.dll", FOUR);
  let six: ReturnType<typeof openLibrary<typeof SIX>> | null = null;

  const start = (request: EchoRequest, event: bigint): Pending => {
    const payload = Buffer.alloc(request.payloadBytes ?? DEFAULT_PAYLOAD, 0x71);
    const options = Buffer.alloc(OPTIONS.size);
    options.writeUInt8(request.ttl ?? DEFAULT_TTL, OPTIONS.ttl);
    options.writeUInt8(request.dontFragment === true ? DONT_FRAGMENT : 0, OPTIONS.flags);
    const reply = Buffer.alloc(REPLY.four.size + payload.length + ROOM);
    const to = ipaddr.parse(request.address.replace(/%.*$/u, ""));
    const tail = [
      addressOf(payload),
      payload.length,
      addressOf(options),
      addressOf(reply),
      reply.length,
      Math.max(1, Math.ceil(request.timeoutMs)),
    ] as const;
    if (to.kind() === "ipv4") {
      const handle = valid(four.IcmpCreateFile(), "IcmpCreateFile");
      const destination = Buffer.from(to.toByteArray()).readUInt32LE(0);
      const code = four.IcmpSendEcho2Ex(handle, event, 0n, 0n, 0, destination, ...tail);
      return {
        handle,
        keep: [payload, options, reply],
        refused: refusal(code, kernel.GetLastError()),
        parse: () => readReply(reply, four.IcmpParseReplies(addressOf(reply), reply.length), 4),
      };
    }
    six ??= openLibrary("iphlpapi.dll", SIX);
    const calls = six;
    const handle = valid(calls.Icmp6CreateFile(), "Icmp6CreateFile");
    const [source, destination] = [Buffer.alloc(SOCKET_ADDRESS_6), Buffer.alloc(SOCKET_ADDRESS_6)];
    source.writeUInt16LE(INET6, 0);
    destination.writeUInt16LE(INET6, 0);
    destination.set(to.toByteArray(), 8);
    destination.writeUInt32LE(Number(/%(\d+)$/u.exec(request.address)?.[1] ?? 0), 24);
    const code = calls.Icmp6SendEcho2(handle, event, 0n, 0n, addressOf(source), addressOf(destination), ...tail);
    return {
      handle,
      keep: [payload, options, reply, source, destination],
      refused: refusal(code, kernel.GetLastError()),
      parse: () => readReply(reply, calls.Icmp6ParseReplies(addressOf(reply), reply.length), 6),
    };
  };

  return async (request, signal) => {
    const event = valid(kernel.CreateEventW(0n, 1, 0, 0n), "CreateEventW");
    let pending: Pending;
    try {
      pending = start(request, event);
    } catch (error) {
      kernel.CloseHandle(event);
      throw error;
    }
    const close = (): void => {
      four.IcmpCloseHandle(pending.handle);
      kernel.CloseHandle(event);
      // Until here Windows may have written into them.
      pending.keep.length = 0;
    };
    if (pending.refused !== null) {
      close();
      return { kind: "error", from: null, code: pending.refused };
    }
    const waited = await polled(() => kernel.WaitForSingleObject(event, 0), request.timeoutMs + LATE_MS, signal);
    if (waited === "stopped") {
      // The request is still under way and its memory must live as long.
      setTimeout(close, request.timeoutMs + LATE_MS).unref();
      return { kind: "silence" };
    }
    try {
      return waited === "signalled" ? pending.parse() : { kind: "silence" };
    } finally {
      close();
    }
  };
}

interface Pending {
  readonly handle: bigint;
  /** Memory that Windows reads and writes until the event is set. */
  readonly keep: Uint8Array[];
  readonly refused: FailureCode | null;
  parse(): EchoAnswer;
}

function valid(handle: bigint, call: string): bigint {
  if (handle === 0n || handle === INVALID_HANDLE) throw new NativeError(call, "no handle");
  return handle;
}

/** Looks at the event now and then until it is set, the time is over, or nobody wants to know any more. */
async function polled(
  look: () => number,
  mostMs: number,
  signal: AbortSignal,
): Promise<"signalled" | "late" | "stopped"> {
  const end = performance.now() + mostMs;
  for (;;) {
    const state = look();
    if (state === WAIT_OBJECT_0) return "signalled";
    if (state !== WAIT_TIMEOUT || performance.now() > end) return "late";
    if (signal.aborted) return "stopped";
    await new Promise<void>((resolve) => void setTimeout(resolve, POLL_MS));
  }
}

// Asynchronous calls return nothing and say "pending"; what they say at once is a refusal of the own system.
function refusal(code: number, lastError: number): FailureCode | null {
  if (code !== 0 || lastError === ERROR_IO_PENDING || lastError === 0) return null;
  return STATUS[lastError] ?? REFUSALS[lastError] ?? "OTHER";
}

/** winerror.h: ERROR_NETWORK_UNREACHABLE, ERROR_HOST_UNREACHABLE, WSAENETUNREACH, WSAEHOSTUNREACH, ERROR_ACCESS_DENIED. */
const REFUSALS: Readonly<Record<number, FailureCode>> = {
  5: "ACCESS_DENIED",
  1231: "NET_UNREACHABLE",
  1232: "HOST_UNREACHABLE",
  10_051: "NET_UNREACHABLE",
  10_065: "HOST_UNREACHABLE",
};

/** ipexport.h: IP_STATUS. */
const STATUS: Readonly<Record<number, FailureCode>> = {
  11_002: "NET_UNREACHABLE",
  11_003: "HOST_UNREACHABLE",
  11_004: "ACCESS_DENIED",
  11_005: "PORT_UNREACHABLE",
  11_009: "MESSAGE_TOO_BIG",
  11_012: "NET_UNREACHABLE",
  11_013: "TTL_EXCEEDED",
  11_014: "TTL_EXCEEDED",
  11_018: "NET_UNREACHABLE",
};
const SUCCESS = 0;
const TIMED_OUT = 11_010;
/** Windows counts whole milliseconds; less than one is taken for a half. */
const LESS_THAN_ONE_MS = 0.5;

/**
 * The answer in a reply buffer.
 * @param count how many replies Windows found in it: none is silence
 */
export function readReply(reply: Buffer, count: number, family: 4 | 6): EchoAnswer {
  const layout = family === 4 ? REPLY.four : REPLY.six;
  const status = reply.readUInt32LE(layout.status);
  if (count === 0 || status === TIMED_OUT) return { kind: "silence" };
  const bytes = reply.subarray(layout.address, layout.address + (family === 4 ? 4 : 16));
  const from = ipaddr.fromByteArray([...bytes]).toString();
  if (status === SUCCESS) {
    const rtt = reply.readUInt32LE(layout.roundTrip);
    return { kind: "answer", from, rttMs: rtt === 0 ? LESS_THAN_ONE_MS : rtt };
  }
  return { kind: "error", from: /^(?:0\.0\.0\.0|::)$/u.test(from) ? null : from, code: STATUS[status] ?? "OTHER" };
}

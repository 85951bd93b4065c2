import ipaddr from "ipaddr.js";
import type { FailureCode } from "../../../../evidence/common.ts";
import type { EchoAnswer, EchoSender } from "../../../ping/echo.ts";
import { sendEcho } from "./echo-threads.ts";

/** learn.microsoft.com: "ICMP_ECHO_REPLY structure (ipexport.h)" on 64 bits, and "ICMPV6_ECHO_REPLY_LH" with its packed address. */
export const REPLY = {
  four: { size: 40, address: 0, status: 4, roundTrip: 8 },
  six: { size: 36, address: 6, status: 28, roundTrip: 32 },
} as const;
const DEFAULT_TTL = 128;
const DEFAULT_PAYLOAD = 32;

/**
 * Echo requests by iphlpapi.dll, which needs no administrator. Each call blocks, in a thread of its own: the form with an event writes its
 * status wherever the stack of the caller was (seen under Wine), and the one with a function of ours may not be called from a foreign thread.
 */
export const nativeEcho: EchoSender = async (request, signal) => {
  const bytes = ipaddr.parse(request.address.replace(/%.*$/u, "")).toByteArray();
  const told = await sendEcho(
    {
      address: bytes,
      zone: Number(/%(\d+)$/u.exec(request.address)?.[1] ?? 0),
      ttl: request.ttl ?? DEFAULT_TTL,
      dontFragment: request.dontFragment === true,
      payloadBytes: request.payloadBytes ?? DEFAULT_PAYLOAD,
      timeoutMs: Math.max(1, Math.ceil(request.timeoutMs)),
    },
    signal,
  );
  if (told === null) return { kind: "silence" };
  if (told.count === 0) return refusalOf(told.lastError);
  return readReply(told.reply, told.count, bytes.length === 4 ? 4 : 6);
};

// No reply: the error number says whether the time was over, an error came back, or the own system did not send.
function refusalOf(lastError: number): EchoAnswer {
  const code = STATUS[lastError] ?? REFUSALS[lastError];
  return code === undefined ? { kind: "silence" } : { kind: "error", from: null, code };
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
export function readReply(bytesOfReply: Uint8Array, count: number, family: 4 | 6): EchoAnswer {
  const reply = Buffer.from(bytesOfReply);
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

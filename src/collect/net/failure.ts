import type { Culprit } from "../../base/culprits.ts";
import type { Failure, FailureCode, Phase } from "../../evidence/common.ts";
import { oneLine } from "../../base/terminal-safe.ts";

/** Errors of the operating system and of Node that mean one thing whatever the phase. */
const BY_CODE: Readonly<Record<string, FailureCode>> = {
  ECONNREFUSED: "REFUSED",
  ECONNRESET: "RESET",
  ECONNABORTED: "RESET",
  EPIPE: "RESET",
  EHOSTUNREACH: "HOST_UNREACHABLE",
  EHOSTDOWN: "HOST_UNREACHABLE",
  ENETUNREACH: "NET_UNREACHABLE",
  ENETDOWN: "NET_UNREACHABLE",
  ENONET: "NET_UNREACHABLE",
  ETIMEDOUT: "TIMEOUT",
  ESOCKETTIMEDOUT: "TIMEOUT",
  EACCES: "ACCESS_DENIED",
  EPERM: "ACCESS_DENIED",
  EADDRNOTAVAIL: "ADDRESS_UNAVAILABLE",
  EAFNOSUPPORT: "ADDRESS_UNAVAILABLE",
  // Linux: a route of type blackhole, or a link-local address without its zone.
  EINVAL: "NO_ROUTE",
  EMSGSIZE: "MESSAGE_TOO_BIG",
  EPROTO: "TLS_PROTOCOL",
  ENOENT: "NOT_AVAILABLE",
  ENOTFOUND: "NXDOMAIN",
  ERR_SOCKET_CLOSED: "CLOSED",
  ERR_STREAM_PREMATURE_CLOSE: "CLOSED",
  ERR_STREAM_DESTROYED: "CLOSED",
  HPE_HEADER_OVERFLOW: "TOO_LARGE",
};

/** What a failure alone could point at, whatever the phase. Absent: too many parts could have done it. */
const CULPRIT_BY_CODE: Partial<Record<FailureCode, Culprit>> = {
  NET_UNREACHABLE: "laptop",
  NO_ROUTE: "laptop",
  ACCESS_DENIED: "laptop",
  ADDRESS_UNAVAILABLE: "laptop",
  MESSAGE_TOO_BIG: "laptop",
  TTL_EXCEEDED: "isp",
  REFUSED: "server",
};

const CULPRIT_BY_PHASE: Partial<Record<Phase, Culprit>> = {
  read: "laptop",
  resolve: "dns",
  proxy: "proxy",
  tls: "server",
  request: "server",
  firstByte: "server",
  body: "server",
  greeting: "server",
  starttls: "server",
};

/** Codes that say nothing about the network, so that no part is hinted at. */
const NEUTRAL: ReadonlySet<FailureCode> = new Set(["ABORTED", "DEADLINE", "PREREQUISITE_DEAD", "NOT_CONFIGURED"]);

function property(error: object, key: "code" | "syscall"): string | undefined {
  const value: unknown = Reflect.get(error, key);
  return typeof value === "string" ? value : undefined;
}

/**
 * Maps an error of the operating system, Node, OpenSSL (`ERR_SSL_*`) or llhttp (`HPE_*`) into the closed vocabulary.
 * Anything unknown is `OTHER`; its text is kept by {@link failureOf}.
 */
export function failureCodeOf(error: unknown): FailureCode {
  if (typeof error !== "object" || error === null) return "OTHER";
  const code = property(error, "code");
  if (code === undefined) return "OTHER";
  // Node says ECONNRESET also for an orderly end in the middle of a handshake or answer; only a real reset names a
  // system call.
  if (code === "ECONNRESET" && property(error, "syscall") === undefined) return "CLOSED";
  if (code.startsWith("ERR_SSL_") && code.includes("CERTIFICATE_REQUIRED")) return "CLIENT_CERTIFICATE";
  if (code.startsWith("ERR_SSL_")) return code.includes("_ALERT_") ? "TLS_ALERT" : "TLS_PROTOCOL";
  if (code.startsWith("ERR_TLS_")) return "TLS_PROTOCOL";
  const mapped = BY_CODE[code];
  if (mapped !== undefined) return mapped;
  return code.startsWith("HPE_") ? "PROTOCOL" : "OTHER";
}

/** The nearest part that this failure alone could point at; a hint for people. */
function culpritHint(phase: Phase, code: FailureCode): Culprit | undefined {
  if (NEUTRAL.has(code)) return undefined;
  return CULPRIT_BY_CODE[code] ?? CULPRIT_BY_PHASE[phase];
}

/** A failure of the record; `detail` is raw text of the error, made harmless and cut to 300 characters. */
export function failureWith(phase: Phase, code: FailureCode, detail?: string): Failure {
  const hint = culpritHint(phase, code);
  const text = detail === undefined ? "" : oneLine(detail, 300);
  return {
    phase,
    code,
    ...(hint === undefined ? {} : { culprit: hint }),
    ...(text === "" ? {} : { detail: text }),
  };
}

/** Text of an error for `detail`: what the system or OpenSSL said, without a stack. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** {@link failureWith} from a thrown or emitted error. */
export function failureOf(phase: Phase, error: unknown): Failure {
  return failureWith(phase, failureCodeOf(error), errorText(error));
}

import type { SecureContext } from "node:tls";
import { Agent, request } from "undici";
import { oneLine } from "../base/terminal-safe.ts";
import { codeOf } from "../base/error-code.ts";
import type { Parcel } from "./parcels.ts";

/** What came of one attempt. Only 201 and 202 mean that the receiver has it: a captive portal answers 200. */
export type Attempt =
  | { readonly kind: "accepted"; readonly status: number }
  | { readonly kind: "portal" | "refused"; readonly status: number }
  | { readonly kind: "unavailable"; readonly status: number; readonly retryAfterMs: number | null }
  | { readonly kind: "timeout" }
  | { readonly kind: "aborted" }
  | { readonly kind: "network" | "untrusted"; readonly detail: string };

/** Where visits go, and with what right. */
export interface Receiver {
  readonly url: URL;
  readonly token: string | null;
  /**
   * The authorities that count, the operating system's own among them: a province may run one. Null over plain HTTP.
   */
  readonly trust: SecureContext | null;
}

/** The slowest line that is worth waiting for, bytes in a millisecond: a photo of 4 MB gets three and a half minutes. */
const SLOWEST = 20;
/** Nobody is kept waiting for longer than a day, whatever a receiver asks for, milliseconds. */
const LONGEST_WAIT_MS = 24 * 60 * 60 * 1000;

/**
 * One request, within a deadline of its own that grows with what is sent: undici hears an AbortSignal only once it is connected, so the
 * connection is torn down instead. Redirects are not followed: who moves a receiver says so to its users.
 */
export async function sendOnce(
  receiver: Receiver,
  parcel: Parcel,
  deadlineMs: number,
  signal: AbortSignal,
): Promise<Attempt> {
  if (signal.aborted) return { kind: "aborted" };
  const trust = receiver.trust === null ? {} : { secureContext: receiver.trust };
  const agent = new Agent({ allowH2: false, connections: 1, connect: { timeout: deadlineMs, ...trust } });
  const { promise: cut, resolve } = Promise.withResolvers<Attempt>();
  const wholeMs = deadlineMs + parcel.bytes / SLOWEST;
  const timer = setTimeout(() => resolve({ kind: "timeout" }), wholeMs);
  const stop = (): void => resolve({ kind: "aborted" });
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([post(agent, receiver, parcel, wholeMs), cut]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
    await agent.destroy();
  }
}

async function post(agent: Agent, { token }: Receiver, parcel: Parcel, deadlineMs: number): Promise<Attempt> {
  try {
    const response = await request(parcel.url, {
      method: parcel.method,
      dispatcher: agent,
      body: parcel.body(),
      headersTimeout: deadlineMs,
      bodyTimeout: deadlineMs,
      headers: {
        "content-type": parcel.type,
        "content-length": String(parcel.bytes),
        "idempotency-key": parcel.key,
        "content-digest": `sha-256=:${parcel.digest}:`,
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
    });
    const status = response.statusCode;
    // The answer's text is not needed; the connection goes with the agent.
    response.body.on("error", () => undefined);
    response.body.destroy();
    return judgeStatus(status, waitOf(response.headers["retry-after"], response.headers["date"]));
  } catch (error) {
    return { kind: isUntrusted(error) ? "untrusted" : "network", detail: describe(error) };
  }
}

/** 408, 425, 429 and all server errors may pass; everything else below 500 will be the same the next time. */
function judgeStatus(status: number, retryAfterMs: number | null): Attempt {
  if (status === 201 || status === 202) return { kind: "accepted", status };
  if (status < 400) return { kind: "portal", status };
  if (status < 500 && ![408, 425, 429].includes(status)) return { kind: "refused", status };
  return { kind: "unavailable", status, retryAfterMs };
}

/**
 * How long a receiver wants us to stay away (RFC 9110 10.2.3): seconds, or a time, which is held against its own clock
 * and not the laptop's. Null where it says nothing that makes sense.
 */
function waitOf(header: string | string[] | undefined, date: string | string[] | undefined): number | null {
  if (typeof header !== "string") return null;
  if (/^\d{1,9}$/u.test(header)) return Math.min(Number(header) * 1000, LONGEST_WAIT_MS);
  const [then, now] = [Date.parse(header), Date.parse(String(date))];
  return Number.isFinite(then) && Number.isFinite(now) && /[A-Z]{3}$/u.test(header)
    ? Math.min(Math.max(0, then - now), LONGEST_WAIT_MS)
    : null;
}

/** OpenSSL's and Node's words for a certificate that does not hold: trying again would not help. */
function isUntrusted(error: unknown): boolean {
  return /^(?:CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERR_TLS_CERT_|HOSTNAME_MISMATCH)/u.test(codeOf(error));
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return "";
  const code = codeOf(error) || error.name;
  return oneLine(error.message === "" ? code : `${code}: ${error.message}`, 160);
}

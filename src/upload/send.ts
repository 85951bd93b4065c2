import { createHash } from "node:crypto";
import type { SecureContext } from "node:tls";
import { Agent, request } from "undici";
import { oneLine } from "../base/terminal-safe.ts";
import { codeOf } from "../base/error-code.ts";

/** What came of one attempt. Only 201 and 202 mean that the receiver has it: a captive portal answers 200. */
export type Attempt =
  | { readonly kind: "accepted"; readonly status: number }
  | { readonly kind: "portal" | "refused"; readonly status: number }
  | { readonly kind: "unavailable"; readonly status: number; readonly retryAfterMs: number | null }
  | { readonly kind: "timeout" }
  | { readonly kind: "aborted" }
  | { readonly kind: "network" | "untrusted"; readonly detail: string };

/** Where a visit goes, and with what right. */
export interface Receiver {
  readonly url: URL;
  readonly token: string | null;
  /**
   * The authorities that count, the operating system's own among them: a province may run one. Null over plain HTTP.
   */
  readonly trust: SecureContext | null;
}

export interface Parcel {
  readonly visitId: string;
  readonly body: string;
}

/**
 * One POST of one visit, within a deadline of its own: undici hears an AbortSignal only once it is connected, so the
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
  const timer = setTimeout(() => resolve({ kind: "timeout" }), deadlineMs);
  const stop = (): void => resolve({ kind: "aborted" });
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([post(agent, receiver, parcel, deadlineMs), cut]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
    await agent.destroy();
  }
}

async function post(agent: Agent, { url, token }: Receiver, parcel: Parcel, deadlineMs: number): Promise<Attempt> {
  try {
    const response = await request(url, {
      method: "POST",
      dispatcher: agent,
      body: parcel.body,
      headersTimeout: deadlineMs,
      bodyTimeout: deadlineMs,
      headers: {
        "content-type": "application/json",
        "idempotency-key": parcel.visitId,
        // RFC 9530: lets the receiver tell a cut-off body from a whole one.
        "content-digest": `sha-256=:${createHash("sha256").update(parcel.body).digest("base64")}:`,
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
    });
    const status = response.statusCode;
    // The answer's text is not needed; the connection goes with the agent.
    response.body.on("error", () => undefined);
    response.body.destroy();
    return judgeStatus(status, response.headers["retry-after"]);
  } catch (error) {
    return { kind: isUntrusted(error) ? "untrusted" : "network", detail: describe(error) };
  }
}

/** 408, 425, 429 and all server errors may pass; everything else below 500 will be the same the next time. */
function judgeStatus(status: number, retryAfter: string | string[] | undefined): Attempt {
  if (status === 201 || status === 202) return { kind: "accepted", status };
  if (status < 400) return { kind: "portal", status };
  if (status < 500 && ![408, 425, 429].includes(status)) return { kind: "refused", status };
  const seconds = typeof retryAfter === "string" && /^\d{1,5}$/u.test(retryAfter) ? Number(retryAfter) : null;
  return { kind: "unavailable", status, retryAfterMs: seconds === null ? null : seconds * 1000 };
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

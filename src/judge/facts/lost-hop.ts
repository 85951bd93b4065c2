import type { ObservationOf } from "../../evidence/schema.ts";
import type { FailureCode } from "../../evidence/common.ts";

/** A host that a redirect leads to and that could not be asked. */
export interface LostHop {
  readonly host: string;
  readonly port: number;
  readonly address: string | null;
  readonly phase: "resolve" | "proxy" | "connect" | "tls" | "firstByte" | "body";
  readonly code: FailureCode;
}

type Endpoint = ObservationOf<"endpoint">;

/** Where a chain of redirects was lost; null where it was not. A host that nobody expects counts where it has no address. */
export function lostHopOf(one: Endpoint): LostHop | null {
  const http = one.evidence.http;
  if (http?.lost !== undefined) {
    const { host, port, address, phase, code } = http.lost;
    return code === "TOO_MANY_REDIRECTS" ? null : { host, port, address, phase: known(phase), code };
  }
  const strange = http?.leadsTo;
  if (strange !== undefined && (strange.code === "NXDOMAIN" || strange.code === "NODATA"))
    return { host: strange.host, port: 443, address: null, phase: "resolve", code: strange.code };
  return olderRecord(one);
}

function known(phase: string): LostHop["phase"] {
  const listed = (["resolve", "proxy", "connect", "tls", "firstByte", "body"] as const).find((each) => each === phase);
  return listed ?? "body";
}

const UNNAMED: ReadonlySet<FailureCode> = new Set(["NXDOMAIN", "NODATA", "SERVFAIL", "DNS_REFUSED", "DNS_FORMAT"]);
const UNREACHED: ReadonlySet<FailureCode> = new Set([
  "TIMEOUT",
  "REFUSED",
  "HOST_UNREACHABLE",
  "NET_UNREACHABLE",
  "NO_ROUTE",
]);

/** Older evidence has the hop in the text of the failure alone. */
function olderRecord({ failure }: Endpoint): LostHop | null {
  const target = /^redirect to (\S+):(?: |$)/u.exec(failure?.detail ?? "")?.[1];
  const url = target === undefined ? null : URL.parse(target);
  if (failure === undefined || url === null) return null;
  const { code } = failure;
  const secure = url.protocol === "https:";
  return {
    host: url.hostname.replace(/^\[|\]$/gu, ""),
    port: url.port === "" ? (secure ? 443 : 80) : Number(url.port),
    address: null,
    phase: UNNAMED.has(code)
      ? "resolve"
      : UNREACHED.has(code)
        ? "connect"
        : code.startsWith("TLS_")
          ? "tls"
          : "firstByte",
    code,
  };
}

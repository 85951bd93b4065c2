import type { Socket } from "node:net";
import type { ObservationOf } from "../../evidence/schema.ts";
import type { CollectContext } from "../context/context.ts";
import { askHttp } from "../endpoint/http.ts";
import { authority, openTunnel } from "../endpoint/tunnel.ts";
import { failureWith } from "../net/failure.ts";
import { bad, good, type Result } from "../net/settle.ts";
import { openTcp } from "../net/tcp.ts";

type ProxyObservation = ObservationOf<"proxy">;

/** A tunnel (CONNECT) to a target, or a plain HTTP request for a page. */
export type ProxyControl =
  | { readonly kind: "tunnel"; readonly host: string; readonly port: number }
  | { readonly kind: "plain"; readonly host: string; readonly port: number; readonly path: string };

export interface ProxyInput {
  /** As configured, for people. */
  readonly host: string;
  readonly port: number;
  /** Its address; null where the name leads nowhere. */
  readonly address: string | null;
  /** Which setting named it. */
  readonly source: string;
  /** What it is asked to relay to. Null: only the connection to the proxy is tested. */
  readonly control: ProxyControl | null;
}

/** Milliseconds. */
export interface ProxyLimits {
  readonly connectMs: number;
  readonly answerMs: number;
}

/**
 * Speaks to a configured proxy: TCP, then a request for a control. `relays` is true after any answer below 400 (a plain
 * request) or 2xx (a tunnel), unknown where nothing was asked. Outcome `ok` when the proxy relayed, or answered and
 * nothing more was asked. Never rejects.
 */
export async function probeProxy(
  context: CollectContext,
  input: ProxyInput,
  limits: ProxyLimits,
): Promise<ProxyObservation> {
  const startMs = context.elapsed();
  const evidence: ProxyObservation["evidence"] = {
    host: input.host,
    port: input.port,
    source: input.source,
    reachable: "unknown",
    relays: "unknown",
    status: null,
  };
  const finish = (outcome: ProxyObservation["outcome"], failure?: ProxyObservation["failure"]): ProxyObservation => ({
    id: `proxy:${input.host}:${String(input.port)}`,
    collector: "proxy",
    target: authority(input.host, input.port),
    startMs,
    durationMs: context.elapsed() - startMs,
    outcome,
    ...(failure === undefined ? {} : { failure }),
    evidence,
  });
  if (input.address === null) return finish("failed", failureWith("resolve", "NXDOMAIN"));
  const opened = await openTcp(context, input.address, input.port, { timeoutMs: limits.connectMs });
  evidence.reachable = opened.ok ? true : opened.code === "ABORTED" || opened.code === "DEADLINE" ? "unknown" : false;
  if (!opened.ok) return finish("failed", failureWith("proxy", opened.code, opened.detail));
  const { socket } = opened.value;
  if (input.control === null) {
    socket.destroy();
    return finish("ok");
  }
  const status = await relay(context, socket, input.control, limits.answerMs);
  socket.destroy();
  if (!status.ok) {
    evidence.relays = status.code === "ABORTED" || status.code === "DEADLINE" ? "unknown" : false;
    return finish("failed", failureWith("proxy", status.code, status.detail));
  }
  evidence.status = status.value;
  evidence.relays = status.value >= 200 && status.value < (input.control.kind === "tunnel" ? 300 : 400);
  return evidence.relays
    ? finish("ok")
    : finish("failed", failureWith("proxy", "PROTOCOL", `status ${String(status.value)}`));
}

/** Status of the proxy's answer to a request for the control. */
async function relay(
  context: CollectContext,
  socket: Socket,
  control: ProxyControl,
  timeoutMs: number,
): Promise<Result<number>> {
  if (control.kind === "tunnel") {
    const tunnel = await openTunnel(context, socket, control, timeoutMs);
    if (!tunnel.ok) return tunnel;
    tunnel.value.socket?.destroy();
    return good(tunnel.value.status);
  }
  const url = URL.parse(`http://${authority(control.host, control.port)}${control.path}`);
  if (url === null) return bad("PROTOCOL", "the control makes no URL");
  const response = await askHttp(context, socket, { url, method: "GET", absoluteForm: true, timeoutMs });
  return response.ok ? good(response.value.statusCode ?? 0) : response;
}

import { isIP } from "node:net";
import type { FailureCode } from "../../evidence/common.ts";
import type { CollectContext, ToolResult } from "../context/context.ts";
import { pingCommand, type PingDialect, type PingRequest } from "./command.ts";
import type { PingOptions } from "./options.ts";
import { parsePing, type PingReport } from "./parse.ts";

export type PingResult =
  | { readonly available: false }
  | {
      readonly available: true;
      readonly sent: number;
      readonly received: number;
      /**
       * Milliseconds; "<1 ms" of Windows counts as 0.5. A reply whose time was not told is counted in `received` only.
       */
      readonly rttMs: readonly number[];
      /** ICMP errors that came back, or the refusal of the own system to send (`from` null), in the order they came. */
      readonly errors: readonly { readonly from: string | null; readonly kind: FailureCode }[];
      /** Largest packet that a "fragmentation needed" told of, bytes. */
      readonly toldMtu: number | null;
    };

/**
 * Echo requests by the system's own `ping`, which needs no administrator. `available` false where there is no ping
 * program, it may not send, or it cannot do what is asked. Never throws for what the network does.
 * @param address an address that `net.isIP` accepts (a zone is allowed); anything else gives `available` false
 */
export async function pingSeries(context: CollectContext, address: string, options: PingOptions): Promise<PingResult> {
  if (isIP(address) === 0) return { available: false };
  const started = context.elapsed();
  const left = (): number => options.deadlineMs - (context.elapsed() - started);
  for (const dialect of dialectsOf(context.platform)) {
    const request = pingCommand(dialect, address, { ...options, deadlineMs: left() });
    if (request === null) continue;
    const result = await context.runTool(request.tool, request.args, left());
    if (!result.started) return { available: false };
    const report = parsePing(`${result.stdout}\n${result.stderr}`, address, options.ttl !== undefined);
    if (understood(report, result)) return measured(report, request);
    if (left() <= 0) break;
  }
  return { available: false };
}

/** Tried in turn until one is understood; a program that refuses its options does so in a few milliseconds. */
function dialectsOf(platform: NodeJS.Platform): readonly PingDialect[] {
  if (platform === "win32") return ["windows"];
  return platform === "darwin" ? ["darwin"] : ["iputils", "oldIputils", "plain"];
}

// A series that was killed before its summary was still sent; one that ended by itself without any known line was a
// refusal of the options.
function understood(report: PingReport, result: ToolResult): boolean {
  return report.recognised || (result.timedOut && !report.refused);
}

function measured(report: PingReport, request: PingRequest): PingResult {
  const answered = report.received + report.errors.length;
  return {
    available: true,
    sent: report.sent ?? Math.max(request.count, answered),
    received: report.received,
    rttMs: report.rttMs,
    errors: report.errors,
    toldMtu: report.toldMtu,
  };
}

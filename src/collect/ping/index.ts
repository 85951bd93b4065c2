import { isIP } from "node:net";
import type { CollectContext, ToolResult } from "../context/context.ts";
import { echoSeries } from "./echo-series.ts";
import type { PingOptions, PingResult } from "./options.ts";
import { pingCommand, type PingDialect, type PingRequest } from "./command.ts";
import { parsePing, type PingReport } from "./parse.ts";

/**
 * Echo requests by the system's own `ping`, which needs no administrator. `available` false where there is no ping
 * program,
 * it may not send, or it cannot do what is asked. Never throws for what the network does.
 * @param address an address that `net.isIP` accepts (a zone is allowed); anything else gives `available` false
 */
export async function pingSeries(context: CollectContext, address: string, options: PingOptions): Promise<PingResult> {
  if (isIP(address) === 0) return { available: false };
  if (context.echo !== undefined) {
    return echoSeries(context, await context.echo(), address, options);
  }
  const started = context.elapsed();
  const left = (): number => options.deadlineMs - (context.elapsed() - started);
  for (const dialect of dialectsOf(context.platform)) {
    const request = pingCommand(dialect, address, { ...options, deadlineMs: left() });
    if (request === null) continue;
    const result = await context.runTool(request.tool, request.args, left());
    if (!result.started) return { available: false };
    const report = parsePing(`${result.stdout}\n${result.stderr}`, address, options.ttl !== undefined, context.own);
    if (understood(report, result)) return measured(report, request);
    if (left() <= 0) break;
  }
  return { available: false };
}

/** Tried in turn until one is understood; a program that refuses its options does so in a few milliseconds. */
function dialectsOf(platform: NodeJS.Platform): readonly PingDialect[] {
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

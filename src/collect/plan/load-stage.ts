import { isIP } from "node:net";
import type { ObservationOf } from "../../evidence/schema.ts";
import { loadedQuality } from "../probes/load/load.ts";
import type { LoadSource } from "../probes/load/load-transfer.ts";
import { skippedQuality } from "./skipped.ts";
import type { Work } from "./work.ts";

/** Small enough for a line that is paid by the megabyte. */
const MOST_BYTES = 2 * 1024 * 1024;
/** A page below this is over before the line has noticed. */
const LEAST_PAGE = 24 * 1024;
/** One alone does not fill a line of long round trips; each has to shake hands first, which a slow line notices. */
const STREAMS = 4;
const MOST_LOSS_PERCENT = 5;

/**
 * Measures once more under load, with the largest page that this scan has fetched from the profile's own systems. Where
 * none is large enough it is skipped: nobody else's server is used for it.
 */
export async function loadStage(
  work: Work,
  control: ObservationOf<"control">,
  idle: ObservationOf<"quality">,
): Promise<void> {
  const { address, port, region } = control.evidence;
  if (work.context.signal.aborted) return;
  const skip = (why: string): void =>
    work.recorder.add(skippedQuality(work.context, { address, scope: region, loaded: true }, why));
  // Transfers over a line that loses packets crawl for that reason alone.
  if ((idle.evidence.lossPercent ?? 100) > MOST_LOSS_PERCENT) return skip("the line loses packets");
  const source = largestPage(work.recorder.all());
  if (source === null) return skip("no page of the profile is large enough");
  const options = { timeoutMs: work.budget.load, mostBytes: MOST_BYTES, streams: STREAMS };
  work.recorder.add(await loadedQuality(work.context, { address, port, scope: region }, source, options));
}

/** The endpoint whose answer was the largest, if it was large enough to fill a line. Pure. */
export function largestPage(observations: ReturnType<Work["recorder"]["all"]>): LoadSource | null {
  const pages = observations
    .filter((seen): seen is ObservationOf<"endpoint"> => seen.collector === "endpoint" && seen.outcome === "ok")
    .map((seen) => seen.evidence)
    .filter(
      (seen) =>
        seen.via === "direct" && seen.http !== null && seen.http.bodyBytes >= LEAST_PAGE && seen.http.hops.length <= 1,
    )
    .toSorted((a, b) => (b.http?.bodyBytes ?? 0) - (a.http?.bodyBytes ?? 0));
  const [best] = pages;
  if (best === undefined || best.address === null || isIP(best.address) === 0) return null;
  return {
    tls: best.protocol === "https",
    host: best.host,
    address: best.address,
    port: best.port,
    path: best.path ?? "/",
  };
}

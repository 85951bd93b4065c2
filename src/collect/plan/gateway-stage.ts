import type { ObservationOf } from "../../evidence/schema.ts";
import { entryOf, probeGateway } from "../probes/gateway.ts";
import type { Work } from "./work.ts";

/**
 * Looks at every default gateway: with two of them, each may be the dead one. `onSign` is told when one has shown life.
 */
export async function gatewayStage(work: Work, onSign: () => void): Promise<ObservationOf<"gateway">[]> {
  if (work.laptop.online === false) return [];
  const options = { timeoutMs: work.budget.gateway, knownName: work.input.profile.controls.knownName, onSign };
  return Promise.all(
    work.laptop.gateways.map(async (gateway) => {
      const seen = await probeGateway(work.context, gateway, options);
      const { neighboursBefore } = work;
      const entry = neighboursBefore === null ? undefined : entryOf(gateway, neighboursBefore);
      const before = entry === undefined ? null : { state: entry.state, mac: entry.mac };
      const complete =
        neighboursBefore === null ? seen : { ...seen, evidence: { ...seen.evidence, neighbourBefore: before } };
      work.recorder.add(complete);
      return complete;
    }),
  );
}

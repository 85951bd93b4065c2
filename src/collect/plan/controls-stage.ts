import { isIPv6 } from "node:net";
import type { ObservationOf } from "../../evidence/schema.ts";
import { probeControl, type ControlTarget } from "../probes/controls.ts";
import { probeHttpControl } from "../probes/http-control.ts";
import { endpointLimits } from "./limits.ts";
import { firstAddress } from "./first-address.ts";
import type { Names } from "./names.ts";
import { planResolver } from "./plan-resolver.ts";
import { skippedControl } from "./skipped.ts";
import type { Work } from "./work.ts";

type Control = ObservationOf<"control">;

/** Three attempts, a moment apart: one lost packet must not make a target dead. */
const ATTEMPTS = 3;
const INTERVAL_MS = 100;
/** Two round trips over a satellite. */
const ANSWER_MS = 1500;

/** Targets by address, inside the country and outside; they need no DNS. */
export async function controlsStage(work: Work): Promise<Control[]> {
  const targets = work.input.profile.controls.ipTargets.filter((target) => work.laptop.ipv6 || !isIPv6(target.address));
  return Promise.all(
    targets.map(async (target) => {
      const seen = await control(work, target);
      work.recorder.add(seen);
      return seen;
    }),
  );
}

async function control(work: Work, target: ControlTarget): Promise<Control> {
  if (work.laptop.online === false) return skippedControl(work.context, target, "no adapter that could carry it");
  if (work.laptop.routable(target.address) === false)
    return skippedControl(work.context, target, "no route to this address");
  const limits = {
    attempts: ATTEMPTS,
    intervalMs: INTERVAL_MS,
    timeoutMs: work.budget.connect,
    answerMs: Math.min(ANSWER_MS, work.budget.answer),
  };
  const seen = await probeControl(work.context, target, limits);
  for (const { rttMs } of seen.evidence.attempts) if (rttMs !== null) work.timeouts.observe(rttMs);
  return seen;
}

/** The page with known content: tells a portal, a notice of the carrier and a rewritten page. */
export async function httpControlStage(work: Work, names: Names): Promise<void> {
  if (work.laptop.online === false) return;
  const { httpProbe: probe } = work.input.profile.controls;
  const lead = await firstAddress(work, names, probe.host, 4);
  const address = lead.addresses.find((one) => work.laptop.routable(one) !== false) ?? null;
  const tools = { resolver: planResolver(work, names), timeouts: work.timeouts, trust: work.trust };
  work.recorder.add(
    await probeHttpControl(work.context, { probe, family: 4, address }, tools, endpointLimits(work.budget)),
  );
}

import type { Family } from "../../evidence/common.ts";
import { probeLocalAgent } from "../probes/local-agent.ts";
import { refusalMs } from "../net/timeout-policy.ts";
import { probeStun } from "../probes/stun.ts";
import { firstAddress } from "./first-address.ts";
import type { Names } from "./names.ts";
import { localAgentsOf, targetsOf } from "./targets.ts";
import type { Work } from "./work.ts";

const AGENT_MS = 500;
const STUN = { samples: 8, intervalMs: 50, timeoutMs: 1500 };

/** The local services that systems need: on the officer's computer, so the network has no say in it. */
export async function agentsStage(work: Work): Promise<void> {
  await Promise.all(
    localAgentsOf(work.input.profile).map(async (agent) => {
      work.recorder.add(
        await probeLocalAgent(work.context, agent, Math.max(AGENT_MS, refusalMs(work.context.platform))),
      );
    }),
  );
}

/**
 * Round trips over UDP to the STUN servers of the profile: what calls and meetings need, and what some networks let
 * nobody have. A server that is both a control and an endpoint is asked once.
 */
export async function callsStage(work: Work, names: Names): Promise<void> {
  if (work.laptop.online === false) return;
  const controls = (work.input.profile.controls.stun ?? []).map((one) => ({ ...one, system: null }));
  const endpoints = targetsOf(work.input.profile, false)
    .filter((target) => target.endpoint.protocol === "stun")
    .map(({ system, endpoint }) => ({ host: endpoint.host, port: endpoint.port, system: system.id }));
  const servers = new Map([...controls, ...endpoints].map((one) => [`${one.host}:${one.port}`, one]));
  await Promise.all(
    [...servers.values()].map(async (server) => {
      work.recorder.add(
        await probeStun(work.context, { ...server, address: await callAddress(work, names, server.host) }, STUN),
      );
    }),
  );
}

/** Calls go over IPv4, and over IPv6 where nothing else leads there. */
async function callAddress(work: Work, names: Names, host: string): Promise<string | null> {
  const families: readonly Family[] = work.laptop.ipv6 ? [4, 6] : [4];
  for (const family of families) {
    const { addresses } = await firstAddress(work, names, host, family);
    const usable = addresses.find((one) => work.laptop.routable(one) !== false);
    if (usable !== undefined) return usable;
  }
  return null;
}

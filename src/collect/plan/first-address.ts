import type { Family } from "../../evidence/common.ts";
import { pause } from "../net/settle.ts";
import { ANSWERED_NOWHERE, type Lead, type Names } from "./names.ts";
import type { Work } from "./work.ts";

/** The laptop's own way, unless it stays silent while a control resolver has an answer. */
export async function firstAddress(work: Work, names: Names, host: string, family: Family): Promise<Lead> {
  const own = names.configured(host, family);
  const compared = names.control(host, family);
  const patience = pause(work.context, work.budget.dnsGrace).then(() => null);
  const quick = await Promise.race([own, patience]);
  if (quick !== null && quick.addresses.length > 0) return quick;
  const other = quick === null ? await firstWithAddress([own, compared]) : await compared;
  return other.addresses.length > 0 ? other : await own;
}

async function firstWithAddress(leads: readonly Promise<Lead>[]): Promise<Lead> {
  try {
    return await Promise.any(
      leads.map(async (running) => {
        const lead = await running;
        if (lead.addresses.length === 0) throw new Error("no address");
        return lead;
      }),
    );
  } catch {
    return ANSWERED_NOWHERE;
  }
}

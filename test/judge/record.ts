import { evidenceSchema, type Evidence } from "../../src/evidence/schema.ts";
import { iso } from "./changes.ts";
import { RIGHT_NOW } from "./record/base.ts";
import { beyond } from "./record/beyond.ts";
import { endpoints } from "./record/endpoints.ts";
import { laptop } from "./record/laptop.ts";
import { names } from "./record/names.ts";
import { office } from "./record/office.ts";
import type { World } from "./world.ts";

/** What the collectors would record in this world; refused by the schema where it is not real evidence. */
export function record(world: World): Evidence {
  const laptopNow = RIGHT_NOW + world.clockAheadMs;
  const evidence = {
    schemaVersion: 1,
    tool: { name: "qbrecover", version: "0.0.0", platform: "linux", release: "6", runtime: "node" },
    startedAt: iso(laptopNow),
    finishedAt: iso(laptopNow + 4000),
    timeZone: "Asia/Ho_Chi_Minh",
    complete: world.complete,
    options: { only: [], skip: [], deadlineMs: 20_000 },
    profile: world.profile,
    profileHash: "0".repeat(64),
    site: world.site,
    baseline: world.baseline,
    observations: [...laptop(world), ...office(world), ...names(world), ...beyond(world), ...endpoints(world)],
  };
  return evidenceSchema.parse(evidence);
}

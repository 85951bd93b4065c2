import { sweepSubnet } from "../../../src/collect/lan/sweep.ts";
import { sweepPlan } from "../../../src/collect/lan/subnet.ts";
import { realLocalSource } from "../../../src/collect/local/index.ts";
import { realContext } from "../local/support.ts";

// Run inside a network namespace by sweep.test.ts, as an ordinary user: sweeps one network and prints what was seen.
const [address = "", prefix = "24", whole = "", seconds = "6", known = ""] = process.argv.slice(2);
const context = realContext({ env: {} });
const source = realLocalSource("linux");
const plan = sweepPlan({ address, prefix: Number(prefix), interface: "eth0" });
if (plan === null) throw new Error("nothing to sweep");
const seen = await sweepSubnet(context, plan, {
  timeoutMs: Number(seconds) * 1000,
  known: known === "" ? [] : known.split(","),
  whole: whole === "whole",
  rest: new Promise<void>((resolve) => setTimeout(resolve, Number(seconds) * 1000).unref()),
  gateways: new Set(),
  readNeighbours: async () => (await source.neighbours?.(context, 1000))?.evidence.entries ?? [],
});
process.stdout.write(JSON.stringify(seen));

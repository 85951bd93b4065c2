import { probeMtu } from "../../../src/collect/probes/mtu.ts";
import { probePath } from "../../../src/collect/probes/path.ts";
import { realContext } from "../local/support.ts";

// Run inside a network namespace by way.test.ts: prints the way to an address and the largest packet on it.
const [target = ""] = process.argv.slice(2);
const context = realContext({ env: process.env });
const path = await probePath(context, target, { timeoutMs: 2500, hopMs: 400, mostHops: 5 });
const mtu = await probeMtu(context, target, { timeoutMs: 1800, waitMs: 300 });
process.stdout.write(JSON.stringify([path, mtu]));

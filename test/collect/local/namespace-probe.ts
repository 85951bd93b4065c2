import { realLocalSource } from "../../../src/collect/local/index.ts";
import { observationSchema } from "../../../src/evidence/schema.ts";
import { realContext } from "./support.ts";

// Run inside a network namespace by linux-namespaces.test.ts: prints what the laptop tells of itself there, before and
// after.
const context = realContext({ env: {} });
const source = realLocalSource("linux");
const before = await source.before(context, 3000);
const after = await source.after(context, before, 3000);
process.stdout.write(
  JSON.stringify({
    before: before.map((entry) => observationSchema.parse(entry)),
    after: after.map((entry) => observationSchema.parse(entry)),
  }),
);

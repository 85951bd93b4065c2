import { DC } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "site-datacentre-large-packets",
  group: "own",
  fault: "large packets vanish before the data centre alone",
  async inject(lab) {
    const { onestop, docs, reports, www, mail } = DC;
    await lab.filter("internet", "inet filter forward", [
      `ip saddr { ${[onestop, docs, reports, www, mail].join(", ")} } ip length > 1400 drop`,
    ]);
  },
  expect: { status: "faulty", cause: "MTU_BLACKHOLE", culprit: ["datacentre", "isp"] },
  mustNotSay: ["SERVER_HANGS", "SNI_BLOCKED", "PORT_443_BLOCKED", "MAIL_PORT_BLOCKED"],
});

import { scenario } from "../scenario.ts";

export default scenario({
  id: "connections-table-full",
  group: "own",
  fault: "router has room for a few connections, new ones wait until old ones are forgotten",
  async inject(lab) {
    await lab.filter("router", "inet filter forward", [
      'iifname "lan0" tcp flags & (syn | ack) == syn numgen random mod 100 < 45 drop',
    ]);
  },
  expect: { status: ["degraded", "faulty"], cause: "CONNECTIONS_LIMITED", culprit: ["gateway", "isp"] },
  mustNotSay: ["LINE_LOSS", "LAN_LOSS", "SERVER_DOWN", "SIGNING_BLOCKED", "DATACENTRE_DOWN", "DUPLICATE_IP"],
});

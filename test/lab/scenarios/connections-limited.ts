import { scenario } from "../scenario.ts";

export default scenario({
  id: "connections-limited",
  group: "own",
  fault: "router lets two new connections a second through",
  async inject(lab) {
    await lab.filter("router", "inet filter forward", [
      'iifname "lan0" tcp flags & (syn | ack) == syn limit rate over 2/second burst 4 packets drop',
    ]);
  },
  expect: { status: ["degraded", "faulty"], cause: "CONNECTIONS_LIMITED", culprit: ["gateway", "isp"] },
  mustNotSay: ["LINE_LOSS", "LAN_LOSS", "SERVER_DOWN", "SIGNING_BLOCKED", "DATACENTRE_DOWN"],
});

import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "lan-silent",
  group: "catalogue",
  fault: "switch without power or uplink",
  async inject(lab) {
    await lab.ip(
      "switch",
      ["link set p-printer down", "link set p-pc down", "link set p-router down"],
      ["link set p-printer up", "link set p-pc up", "link set p-router up"],
    );
  },
  expect: { status: "faulty", cause: "LAN_SILENT", culprit: "lan", affects: ALL_SYSTEMS },
  mustNotSay: ["LINE_DOWN", "DNS_FORWARDER_DEAD"],
});

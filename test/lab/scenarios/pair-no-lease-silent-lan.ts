import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "pair-no-lease-silent-lan",
  group: "pair",
  fault: "no lease, and nobody on the wire",
  async inject(lab) {
    lab.renewLater();
    await lab.ip(
      "switch",
      ["link set p-printer down", "link set p-pc down", "link set p-router down"],
      ["link set p-printer up", "link set p-pc up", "link set p-router up"],
    );
    await lab.lease(1);
  },
  expect: {
    status: "faulty",
    cause: ["DHCP_NO_LEASE", "LAN_SILENT"],
    culprit: ["lan", "gateway"],
    affects: ALL_SYSTEMS,
  },
  baseline: true,
});

import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-gateway-hung",
  group: "own",
  fault: "router hangs: answers ARP and nothing else",
  async inject(lab) {
    await lab.filter("router", "inet filter input", ["drop"]);
    await lab.filter("router", "inet filter forward", ["drop"]);
    await lab.filter("router", "inet filter output", ['oifname "lan0" drop']);
  },
  expect: {
    status: "faulty",
    cause: "GATEWAY_NOT_FORWARDING",
    culprit: "gateway",
    affects: ALL_SYSTEMS,
    accept: ["GATEWAY_DOWN"],
  },
  mustNotSay: ["LINE_DOWN", "LAN_SILENT"],
});

import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-half-dead-switch",
  group: "own",
  fault: "switch passes broadcasts only",
  async inject(lab) {
    await lab.filter("switch", "bridge filter forward", [
      'iifname "p-laptop" ether type ip meta pkttype != broadcast drop',
    ]);
  },
  expect: {
    status: "faulty",
    cause: "GATEWAY_NOT_FORWARDING",
    culprit: ["gateway", "lan", "cable"],
    affects: ALL_SYSTEMS,
    accept: ["LAN_SILENT", "LAN_LOSS", "GATEWAY_DOWN"],
  },
  mustNotSay: ["LINE_DOWN"],
});

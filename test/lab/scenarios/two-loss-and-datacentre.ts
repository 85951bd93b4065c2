import { scenario } from "../scenario.ts";

export default scenario({
  id: "two-loss-and-datacentre",
  group: "two",
  fault: "bad cable and data centre down",
  async inject(lab) {
    await lab.filter("switch", "bridge filter forward", ['iifname "p-laptop" numgen random mod 100 < 40 drop']);
    await lab.filter("internet", "inet filter forward", ["ip daddr 192.0.2.0/24 drop"]);
  },
  expect: { status: "faulty", cause: "LAN_LOSS", culprit: "cable", also: ["DATACENTRE_DOWN"] },
});

import { scenario } from "../scenario.ts";

export default scenario({
  id: "two-443-and-dns-slow",
  group: "two",
  fault: "HTTPS blocked and DNS slow",
  async inject(lab) {
    await lab.filter("router", "inet filter forward", ["tcp dport 443 drop"]);
    await lab.serve("isp", "resolver", { delayMs: 3000 }, { delayMs: 0 });
  },
  expect: { status: "faulty", cause: "PORT_443_BLOCKED", culprit: "gateway", also: ["DNS_SLOW"] },
});

import { scenario } from "../scenario.ts";

export default scenario({
  id: "mtu-blackhole",
  group: "catalogue",
  fault: "packets over 1400 bytes vanish",
  async inject(lab) {
    await lab.filter("isp", "inet filter forward", ["ip length > 1400 drop"]);
  },
  expect: { status: "faulty", cause: "MTU_BLACKHOLE", culprit: "isp" },
  mustNotSay: ["SERVER_HANGS", "SERVER_DOWN", "SNI_BLOCKED", "PORT_443_BLOCKED"],
});

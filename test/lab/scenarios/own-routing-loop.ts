import { CORE, DC_LINK } from "../map.ts";
import { PROVINCE } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-routing-loop",
  group: "own",
  fault: "carrier sends the province's packets round in a circle",
  async inject(lab) {
    await lab.ip(
      "internet",
      [`route replace 192.0.2.0/24 via ${CORE.isp} dev isp0`],
      [`route replace 192.0.2.0/24 via ${DC_LINK.dc} dev dc0`],
    );
  },
  expect: { status: "faulty", cause: "DATACENTRE_DOWN", culprit: ["datacentre", "isp"], affects: PROVINCE },
  mustNotSay: ["SERVER_DOWN", "LINE_DOWN", "ISP_REJECTS"],
});

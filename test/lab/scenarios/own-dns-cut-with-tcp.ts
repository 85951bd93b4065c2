import { RESOLVER } from "../map.ts";
import { silent } from "../scenario.ts";

export default silent({
  id: "own-dns-cut-with-tcp",
  fault: "DNS answers are cut, and the whole ones come over TCP",
  async inject(lab) {
    await lab.resolvers([RESOLVER.isp]);
    await lab.serve("isp", "resolver", { cut: true }, { cut: false });
  },
});

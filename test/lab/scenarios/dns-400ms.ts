import { silent } from "../scenario.ts";

export default silent({
  id: "dns-400ms",
  fault: "DNS answers in 400 ms",
  async inject(lab) {
    await lab.serve("isp", "resolver", { delayMs: 400 }, { delayMs: 0 });
  },
});

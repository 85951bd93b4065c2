import { silent } from "../scenario.ts";

export default silent({
  id: "loss-1-percent",
  fault: "1 % loss",
  async inject(lab) {
    await lab.filter("isp", "inet filter forward", ['iifname "cust0" numgen random mod 100 < 1 drop']);
  },
  // Whoever loses one of the first samples is looked at until chance is ruled out.
  mostSeconds: 9,
});

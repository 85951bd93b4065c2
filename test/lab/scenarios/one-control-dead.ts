import { INTERNET } from "../map.ts";
import { silent } from "../scenario.ts";

export default silent({
  id: "one-control-dead",
  fault: "one foreign and one domestic control of the profile dead",
  async inject(lab) {
    await lab.filter("internet", "inet filter input", [
      `ip daddr { ${INTERNET.controlForeign2}, ${INTERNET.controlDomestic2} } drop`,
    ]);
  },
  mostSeconds: 8,
});

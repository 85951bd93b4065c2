import { silent } from "../scenario.ts";

export default silent({
  id: "probe-page-gone",
  fault: "the page with known content is gone",
  async inject(lab) {
    await lab.stop("internet", "probe");
  },
  mostSeconds: 4,
});

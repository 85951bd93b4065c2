import { silent } from "../scenario.ts";

export default silent({
  id: "no-ping-program",
  fault: "no ping program",
  async inject(lab) {
    lab.laptop.noPing = true;
  },
});

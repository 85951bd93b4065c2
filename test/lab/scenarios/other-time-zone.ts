import { silent } from "../scenario.ts";

export default silent({
  id: "other-time-zone",
  fault: "laptop in another time zone",
  async inject(lab) {
    lab.laptop.env = { TZ: "America/New_York" };
  },
});

import { DC, HOST } from "../map.ts";
import { silent } from "../scenario.ts";

export default silent({
  id: "hosts-file-harmless",
  fault: "hosts file with the right address of a system",
  async inject(lab) {
    await lab.hosts([`${DC.onestop} ${HOST.onestop}`, "0.0.0.0 quang-cao.example"]);
  },
});

import { silent } from "../scenario.ts";

export default silent({
  id: "locale-vietnamese",
  fault: "Vietnamese system",
  async inject(lab) {
    lab.laptop.env = { LANG: "vi_VN.UTF-8", LC_ALL: "vi_VN.UTF-8" };
  },
});

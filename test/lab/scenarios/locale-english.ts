import { silent } from "../scenario.ts";

export default silent({
  id: "locale-english",
  fault: "English system",
  async inject(lab) {
    lab.laptop.env = { LANG: "en_US.UTF-8", LC_ALL: "en_US.UTF-8" };
  },
});

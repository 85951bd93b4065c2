import { silent } from "../scenario.ts";

export default silent({
  id: "server-takes-its-time",
  fault: "one server takes two and a half seconds for a page",
  async inject(lab) {
    await lab.serve("dc", "docs", { delayMs: 2500 }, { delayMs: 0 });
  },
  mostSeconds: 7,
});

import { silent } from "../scenario.ts";

export default silent({
  id: "public-resolver-dead",
  fault: "a public resolver that nobody uses is dead",
  async inject(lab) {
    await lab.serve("internet", "foreignResolver", { silent: true }, { silent: false });
  },
  mostSeconds: 4,
});

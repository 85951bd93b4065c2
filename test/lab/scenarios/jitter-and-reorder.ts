import { silent } from "../scenario.ts";

export default silent({
  id: "jitter-and-reorder",
  fault: "30 ms jitter and reordering",
  async inject(lab) {
    await lab.line({ delayMs: 15, jitterMs: 20, reorderPercent: 10 });
  },
  mostSeconds: 5,
  alone: true,
});

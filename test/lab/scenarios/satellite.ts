import { silent } from "../scenario.ts";

export default silent({
  id: "satellite",
  fault: "700 ms satellite line, marked as such",
  async inject(lab) {
    lab.laptop.args = ["--satellite"];
    await lab.line({ delayMs: 350 });
  },
  mostSeconds: 10,
  alone: true,
});

import { silent } from "../scenario.ts";

export default silent({
  id: "own-syn-limit",
  fault: "router lets ten new connections a second pass",
  async inject(lab) {
    await lab.filter("router", "inet filter forward", [
      'iifname "lan0" tcp flags & (syn|ack) == syn limit rate over 10/second burst 20 packets drop',
    ]);
  },
  mostSeconds: 10,
});

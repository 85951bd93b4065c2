import { silent } from "../scenario.ts";

export default silent({
  id: "public-resolvers-blocked",
  fault: "carrier lets only its own resolver be asked",
  async inject(lab) {
    await lab.filter("isp", "inet filter forward", ["meta l4proto { tcp, udp } th dport 53 drop"]);
  },
  // Controls that keep silent are asked once more, over a connection.
  mostSeconds: 5,
});

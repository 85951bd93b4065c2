import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-large-hello",
  group: "own",
  fault: "router drops a first TLS message that spans two packets",
  async inject(lab) {
    // TLS record of type handshake whose length does not fit into the packet that begins it.
    await lab.filter("router", "inet filter forward", [
      'iifname "lan0" tcp dport 443 @th,256,8 0x16 @th,280,16 > 1448 drop',
    ]);
  },
  expect: { status: "faulty", cause: "LARGE_HELLO_LOST", culprit: ["isp", "gateway"] },
  mustNotSay: ["SNI_BLOCKED", "SERVER_HANGS", "MTU_BLACKHOLE"],
});

import { startDns } from "../../../src/practice/servers/dns.ts";
import { startHttp } from "../../../src/practice/servers/http.ts";
import { startHttps } from "../../../src/practice/servers/https.ts";
import { startImaps } from "../../../src/practice/servers/imaps.ts";
import type { Running } from "../../../src/practice/servers/listen.ts";
import { startProxy } from "../../../src/practice/servers/proxy.ts";
import { startSilent } from "../../../src/practice/servers/silent.ts";
import { startSmtp } from "../../../src/practice/servers/smtp.ts";
import { startStun } from "../../../src/practice/servers/stun.ts";
import { startOcsp, startTsa } from "../../../src/practice/servers/tsa.ts";
import { startMdns } from "./mdns.ts";
import type { Behaviour, Done, Order, Service } from "./service.ts";
import { startRaw } from "./raw.ts";
import { startSniFilter } from "./sni-filter.ts";

/** The process inside a namespace that runs its servers and takes orders from the laboratory. It ends with it. */

type Live = Running & { readonly change?: (part: Behaviour) => void };
const live = new Map<string, Live>();
const now = (): number => Date.now();

async function start(service: Service): Promise<Live> {
  switch (service.kind) {
    case "dns":
      return await startDns(service);
    case "http":
      return await startHttp({ ...service, now });
    case "tsa":
      return await startTsa({ ...service, now });
    case "ocsp":
      return await startOcsp({ ...service, now });
    case "https":
      return await startHttps({ ...service, now });
    case "smtp":
      return await startSmtp({ ...service, implicitTls: false });
    case "imaps":
      return await startImaps(service);
    case "stun":
      return await startStun(service);
    case "proxy":
      return await startProxy(service);
    case "mdns":
      return await startMdns(service);
    case "silent":
      return await startSilent(service);
    case "raw":
      return await startRaw(service);
    case "sniFilter":
      return await startSniFilter(service);
  }
}

async function obey(order: Order): Promise<void> {
  if (order.action === "start") {
    live.set(order.service.name, await start(order.service));
    return;
  }
  const server = live.get(order.name);
  if (server === undefined) throw new Error(`no server ${order.name}`);
  if (order.action === "change") server.change?.(order.part);
  else {
    live.delete(order.name);
    await server.close();
  }
}

process.on("message", (order: Order) => {
  obey(order).then(
    () => answer({ id: order.id, error: null }),
    (error: unknown) => answer({ id: order.id, error: String(error) }),
  );
});
process.on("disconnect", () => process.exit(0));

function answer(done: Done): void {
  process.send?.(done);
}

import { connect, createServer, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { listen, type Place, type Running } from "../../../src/practice/servers/listen.ts";

/** What happens to a connection that names the forbidden host. */
export type FilterWay = "reset" | "close" | "alert" | "drop" | "page" | "throttle";

const ALERT = Buffer.from([0x15, 3, 3, 0, 2, 2, 0x28]);
const PAGE = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<h1>Trang bi chan</h1>";
/** So much every 0.3 s. */
const THROTTLED_BYTES = 500;

/**
 * A carrier's filter: looks into the first bytes of a connection (ClientHello, or the Host of a plain request) and
 * resets it, or worse, where they name a forbidden host.
 */
export function startSniFilter(
  options: Place & { readonly forbidden: string; readonly target: Place; readonly how?: FilterWay },
): Promise<Running> {
  return listen(
    createServer((client) => {
      client.on("error", () => client.destroy());
      client.once("data", (first) => {
        const named = first.includes(options.forbidden);
        if (named && options.how !== "throttle") {
          refuse(client, options.how ?? "reset");
          return;
        }
        const onward = connect({ host: options.target.address, port: options.target.port });
        onward.on("error", () => client.destroy());
        client.on("close", () => onward.destroy());
        onward.write(first);
        client.pipe(onward);
        if (named)
          trickle(onward, client).then(
            () => client.end(),
            () => client.destroy(),
          );
        else onward.pipe(client);
      });
    }),
    options,
  );
}

function refuse(client: Socket, how: Exclude<FilterWay, "throttle">): void {
  if (how === "reset") client.resetAndDestroy();
  else if (how === "close") client.end();
  else if (how === "alert") client.end(ALERT);
  else if (how === "page") client.end(PAGE);
}

async function trickle(from: Socket, to: Socket): Promise<void> {
  for await (const chunk of from) {
    const bytes = Buffer.from(chunk as Uint8Array);
    for (let at = 0; at < bytes.length && !to.destroyed; at += THROTTLED_BYTES) {
      to.write(bytes.subarray(at, at + THROTTLED_BYTES));
      await wait(300);
    }
  }
}

import { connect, createServer } from "node:net";
import { listen, type Place, type Running } from "../../../src/practice/servers/listen.ts";

/**
 * A carrier's filter: looks into the first bytes of a TLS connection and resets it where they name a forbidden host.
 */
export function startSniFilter(
  options: Place & { readonly forbidden: string; readonly target: Place },
): Promise<Running> {
  return listen(
    createServer((client) => {
      client.once("data", (first) => {
        if (first.includes(options.forbidden)) {
          client.resetAndDestroy();
          return;
        }
        const onward = connect({ host: options.target.address, port: options.target.port });
        onward.on("error", () => client.destroy());
        client.on("close", () => onward.destroy());
        onward.write(first);
        client.pipe(onward).pipe(client);
      });
    }),
    options,
  );
}

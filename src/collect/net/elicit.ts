import type { Socket } from "node:net";
import { connect } from "node:tls";
import type { Tri } from "../../evidence/common.ts";
import type { CollectContext } from "../context/context.ts";
import { encodeQuery } from "../dns/message.ts";
import { badFrom, good, settle } from "./settle.ts";

/** Ports whose protocol is certain enough that silence after the right words means something. */
const SPOKEN = new Map<number, "http" | "dns" | "tls">([
  [53, "dns"],
  [80, "http"],
  [443, "tls"],
  [853, "tls"],
  [8080, "http"],
]);

/**
 * Does any byte come back over an open connection, after the words that suit its port (HTTP, DNS or a TLS hello)?
 * Whatever comes counts, also an alert or garbage. Unknown where nothing came and the port tells nothing of what would
 * have been the right words. Destroys the connection. Never rejects.
 */
export async function elicit(context: CollectContext, socket: Socket, port: number, timeoutMs: number): Promise<Tri> {
  const spoken = SPOKEN.get(port);
  const heard = await settle<null>(context.signal, timeoutMs, (done) => {
    socket.on("close", () => done(good(null)));
    if (spoken === "http" || spoken === "dns") {
      socket.once("data", () => done(good(null)));
      socket.write(spoken === "http" ? "HEAD / HTTP/1.0\r\n\r\n" : dnsOverTcp(context));
      return () => socket.destroy();
    }
    // Other ports too: a server of another protocol answers a TLS hello with an error of its own.
    const secure = connect({ socket, rejectUnauthorized: false });
    secure.on("error", (error) => done(badFrom(error)));
    secure.once("secureConnect", () => done(good(null)));
    return () => {
      secure.destroy();
      socket.destroy();
    };
  });
  if (socket.bytesRead > 0) return true;
  const told = spoken !== undefined && (heard.ok || (heard.code !== "ABORTED" && heard.code !== "DEADLINE"));
  return told ? false : "unknown";
}

/** A query for the root's name servers, with the length before it (RFC 1035 4.2.2). */
function dnsOverTcp(context: Pick<CollectContext, "randomBytes">): Buffer {
  const [high = 0, low = 0] = context.randomBytes(2);
  const query = encodeQuery({ id: (high << 8) | low, name: ".", type: "A" });
  const length = Buffer.alloc(2);
  length.writeUInt16BE(query.length);
  return Buffer.concat([length, query]);
}

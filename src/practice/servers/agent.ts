import { createServer } from "node:net";
import { listen, type Place, type Running } from "./listen.ts";

/**
 * A listener as the signing agent of an officer's computer is one (port 8987 there): a connection is all that a check
 * may ask of it.
 */
export function startAgent(place: Place): Promise<Running> {
  return listen(
    createServer((socket) => {
      socket.resume();
    }),
    place,
  );
}

import { createServer } from "node:net";
import { listen, type Place, type Running } from "./listen.ts";

/** Accepts connections and never says a word: a server that hangs, or a box that answers for one that is dead. */
export function startSilent(place: Place): Promise<Running> {
  return listen(
    createServer((socket) => {
      socket.resume();
    }),
    place,
  );
}

/**
 * Accepts and resets at the first byte that the client sends, as a filter does that dislikes a name in the ClientHello.
 */
export function startResetter(place: Place): Promise<Running> {
  return listen(
    createServer((socket) => {
      socket.once("data", () => socket.resetAndDestroy());
    }),
    place,
  );
}

import type { Socket } from "node:dgram";
import type { Place, Running } from "./listen.ts";

export interface RunningUdp extends Running {
  /** Sends a datagram; after the end of the server nothing happens, so that a late answer can't hurt. */
  send(message: Uint8Array, port: number, address: string): void;
}

/**
 * Binds a UDP socket to a place.
 * @throws the system's own error when the place cannot be had
 */
export async function bindUdp(socket: Socket, place: Place): Promise<RunningUdp> {
  await new Promise<void>((resolve, reject) => {
    socket.once("error", reject);
    socket.bind({ address: place.address, port: place.port, exclusive: true }, () => {
      socket.off("error", reject);
      resolve();
    });
  });
  // Windows reports a client's closed port as an error of the next receive; it is none of ours.
  socket.on("error", () => undefined);
  let closing: Promise<void> | undefined;
  const end = (): Promise<void> => new Promise((resolve) => socket.close(() => resolve()));
  return {
    address: place.address,
    port: socket.address().port,
    send: (message, port, address) => {
      if (closing === undefined) socket.send(message, port, address, () => undefined);
    },
    close: () => (closing ??= end()),
  };
}

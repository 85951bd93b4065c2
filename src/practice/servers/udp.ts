import type { Socket } from "node:dgram";
import type { Place, Running } from "./listen.ts";

/**
 * Binds a UDP socket to a place.
 * @throws the system's own error when the place cannot be had
 */
export async function bindUdp(socket: Socket, place: Place): Promise<Running> {
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
  return { address: place.address, port: socket.address().port, close: () => (closing ??= end()) };
}

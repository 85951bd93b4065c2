import type { Socket } from "node:net";

const LONGEST_LINE = 4096;

/**
 * Hands over what a peer sends line by line, without the line end. A peer that sends an endless line is cut off.
 * @returns stops listening, for when the connection changes hands
 */
export function onLines(socket: Socket, take: (line: string) => void): () => void {
  let waiting = "";
  const receive = (chunk: Buffer): void => {
    waiting += chunk.toString("latin1");
    for (let end = waiting.indexOf("\n"); end >= 0; end = waiting.indexOf("\n")) {
      const line = waiting.slice(0, end).replace(/\r$/u, "");
      waiting = waiting.slice(end + 1);
      take(line);
    }
    if (waiting.length > LONGEST_LINE) socket.destroy();
  };
  socket.on("data", receive);
  return () => void socket.off("data", receive);
}

import { createServer } from "node:net";
import { listen, type Place } from "./listen.ts";

/**
 * A port that nobody listens on: one that the system just gave and took back, so connections to it are refused.
 * The system hands ports out in turn, so it stays free for the length of a scan.
 */
export async function refusingPort(address: string): Promise<Place> {
  const running = await listen(createServer(), { address, port: 0 });
  await running.close();
  return { address, port: running.port };
}

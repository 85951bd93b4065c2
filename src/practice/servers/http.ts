import { changeable, type Changeable } from "./behaviour.ts";
import { listenHttp, type Place, type Running } from "./listen.ts";
import { webListener, WELL_BEHAVED, type WebBehaviour } from "./web.ts";

export type HttpServer = Running & Changeable<WebBehaviour>;

/** A plain HTTP server. */
export async function startHttp(
  options: Place & { readonly behaviour?: Partial<WebBehaviour>; readonly now: () => number },
): Promise<HttpServer> {
  const state = changeable<WebBehaviour>({ ...WELL_BEHAVED, ...options.behaviour });
  return { ...(await listenHttp(options, webListener(state.behaviour, options.now))), ...state };
}

import { startHttp, type HttpServer } from "./http.ts";
import type { Place } from "./listen.ts";
import type { WebBehaviour } from "./web.ts";

/**
 * A time-stamp server as a client without a proper request meets it: GET is answered 403, POST 400 (RFC 3161 3.4 over
 * plain HTTP). Any of the two proves that it can be reached.
 */
export function startTsa(
  options: Place & { readonly behaviour?: Partial<WebBehaviour>; readonly now: () => number },
): Promise<HttpServer> {
  return startRefuser(options, "application/timestamp-reply");
}

/** An OCSP responder as a client without a proper request meets it (RFC 6960 appendix A): the same answers. */
export function startOcsp(
  options: Place & { readonly behaviour?: Partial<WebBehaviour>; readonly now: () => number },
): Promise<HttpServer> {
  return startRefuser(options, "application/ocsp-response");
}

function startRefuser(
  options: Place & { readonly behaviour?: Partial<WebBehaviour>; readonly now: () => number },
  type: string,
): Promise<HttpServer> {
  const behaviour: Partial<WebBehaviour> = {
    status: 403,
    body: "",
    headers: { "content-type": type },
    statusByMethod: { POST: 400 },
    ...options.behaviour,
  };
  return startHttp({ ...options, behaviour });
}

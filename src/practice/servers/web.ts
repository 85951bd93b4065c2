import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

/** What a web server does with a request. */
export interface WebBehaviour {
  readonly status: number;
  /** Statuses for single methods; they win over `status`. */
  readonly statusByMethod: Readonly<Record<string, number>>;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Takes the request and never answers. */
  readonly hang: boolean;
  /** Milliseconds before the answer. */
  readonly delayMs: number;
  /** Milliseconds that the `Date` header is ahead of the clock of this machine; negative is behind. */
  readonly dateSkewMs: number;
  /** Every request is sent there with 302, as a captive portal or the notice page of a suspended line does. */
  readonly redirectTo: string | null;
  /** Answers for single paths (without the query); they win over `status` and `body`. */
  readonly pages: Readonly<Record<string, WebPage>>;
}

interface WebPage {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Methods that get the page; any other gets 405. All where absent. */
  readonly methods?: readonly string[];
}

export const WELL_BEHAVED: WebBehaviour = {
  status: 200,
  statusByMethod: {},
  body: "<!doctype html><title>OK</title>OK\n",
  headers: { "content-type": "text/html; charset=utf-8" },
  hang: false,
  delayMs: 0,
  dateSkewMs: 0,
  redirectTo: null,
  pages: {},
};

/**
 * Makes the listener of a web server from a behaviour that is asked anew at every request.
 * @param now clock for the `Date` header, milliseconds since the epoch
 */
export function webListener(behaviour: () => WebBehaviour, now: () => number): RequestListener {
  return (request, response) => {
    const current = behaviour();
    request.resume();
    if (current.hang) return;
    // A server that answers and closes before it has read the whole request resets the connection under its answer.
    request.once("end", () => {
      if (current.delayMs === 0) reply(current, request, response, now());
      else setTimeout(() => reply(current, request, response, now()), current.delayMs).unref();
    });
  };
}

function reply(current: WebBehaviour, request: IncomingMessage, response: ServerResponse, nowMs: number): void {
  response.sendDate = false;
  response.setHeader("date", new Date(nowMs + current.dateSkewMs).toUTCString());
  const page =
    current.redirectTo === null
      ? pageFor(current, request)
      : { status: 302, body: "", headers: { location: current.redirectTo } };
  const length = Buffer.byteLength(page.body);
  response.writeHead(page.status, { ...current.headers, ...page.headers, "content-length": length });
  response.end(request.method === "HEAD" ? undefined : page.body);
}

function pageFor(current: WebBehaviour, request: IncomingMessage): WebPage {
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  const page = current.pages[path];
  if (page === undefined)
    return { status: current.statusByMethod[request.method ?? "GET"] ?? current.status, body: current.body };
  const allowed = page.methods === undefined || page.methods.includes(request.method ?? "GET");
  return allowed ? page : { status: 405, body: "" };
}

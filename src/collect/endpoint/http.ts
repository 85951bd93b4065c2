import { request as httpRequest, type IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { z } from "zod";
import { oneLine, terminalSafe } from "../../base/terminal-safe.ts";
import type { httpHop as httpHopSchema } from "../../evidence/web.ts";
import type { CollectContext } from "../context/context.ts";
import { bad, badFrom, good, settle, type Result } from "../net/settle.ts";
import { MOST_HEAD_BYTES, type Laxness } from "./head.ts";
import { MendedSocket } from "./mended-socket.ts";
import { pageText } from "./page-text.ts";
import { unpack } from "./unpack.ts";

export type HttpHop = z.infer<typeof httpHopSchema>;

/** More of a body is not read: enough for any page that tells something. */
const BODY_CAP_BYTES = 2 * 1024 * 1024;
const SAMPLE_CHARACTERS = 500;

/** How we introduce ourselves, and how a browser does: some servers and their shields turn programs away. */
const INTRODUCTIONS = {
  self: { "User-Agent": "qbrecover", Accept: "*/*" },
  browser: {
    "User-Agent":
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
    Accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "vi-VN,vi;q=0.9,en;q=0.8",
    "Upgrade-Insecure-Requests": "1",
  },
} as const;

export interface HttpWanted {
  readonly url: URL;
  readonly method: "GET" | "POST";
  readonly body?: { readonly type: string; readonly bytes: Uint8Array };
  /** Sends the whole URL in the request line, as a proxy wants it (RFC 9112 3.2.2). */
  readonly absoluteForm?: boolean;
  /** Until the headers are complete, milliseconds. */
  readonly timeoutMs: number;
  readonly as?: keyof typeof INTRODUCTIONS;
  readonly cookies?: string | null;
  /** Told of liberties with the rules that browsers bear. */
  readonly onLax?: (laxness: Laxness) => void;
}

export interface Body {
  readonly bytes: number;
  readonly text: string;
  /** Codings that could not be undone, so that `text` is none; null where it is as the server meant it. */
  readonly unread: string | null;
  /** False when it is longer than what is read. */
  readonly whole: boolean;
}

/**
 * Sends one request over an open connection, which serves for nothing else, and waits for the headers.
 * Endless or broken headers end with TOO_LARGE, PROTOCOL or TIMEOUT. On failure the connection is destroyed. Never
 * rejects.
 */
export function askHttp(
  context: Pick<CollectContext, "signal">,
  socket: Socket,
  wanted: HttpWanted,
): Promise<Result<IncomingMessage>> {
  const { url, body } = wanted;
  return settle<IncomingMessage>(context.signal, wanted.timeoutMs, (done) => {
    if (socket.destroyed) {
      done(bad("CLOSED"));
      return () => {};
    }
    const request = httpRequest({
      createConnection: () => new MendedSocket(socket, wanted.onLax ?? (() => undefined)),
      method: wanted.method,
      host: url.hostname,
      port: url.port,
      path: wanted.absoluteForm === true ? url.href : `${url.pathname}${url.search}`,
      setHost: false,
      maxHeaderSize: MOST_HEAD_BYTES,
      headers: {
        Host: url.host,
        ...INTRODUCTIONS[wanted.as ?? "self"],
        "Accept-Encoding": "identity",
        Connection: "close",
        ...(wanted.cookies === undefined || wanted.cookies === null ? {} : { Cookie: wanted.cookies }),
        ...(body === undefined ? {} : { "Content-Type": body.type, "Content-Length": body.bytes.length }),
      },
    });
    request.once("response", (response) => done(good(response)));
    request.on("error", (error) => done(badFrom(error)));
    request.once("close", () => done(bad("CLOSED")));
    request.end(body?.bytes);
    return (result) => {
      if (result.ok) return;
      request.destroy();
      socket.destroy();
    };
  });
}

/**
 * Reads the body, at most {@link BODY_CAP_BYTES} of it, and ends the connection. A body that breaks off is CLOSED.
 * `onBytes` is told how much has come, also of a body that does not come to its end. Never rejects.
 */
export async function readBody(
  context: Pick<CollectContext, "signal">,
  response: IncomingMessage,
  timeoutMs: number,
  onBytes: (total: number) => void = () => undefined,
): Promise<Result<Body>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let whole = true;
  const ended = await settle<null>(context.signal, timeoutMs, (done) => {
    response.on("data", (chunk: Buffer) => {
      const wanted = chunk.subarray(0, BODY_CAP_BYTES - bytes);
      chunks.push(wanted);
      bytes += wanted.length;
      onBytes(bytes);
      if (bytes < BODY_CAP_BYTES) return;
      whole = false;
      done(good(null));
    });
    response.once("end", () => done(good(null)));
    response.on("error", (error) => done(badFrom(error)));
    response.once("close", () => done(bad("CLOSED", "body broke off")));
    return () => response.destroy();
  });
  if (!ended.ok) return ended;
  const codings = response.headers["content-encoding"] ?? "";
  const content = await unpack(Buffer.concat(chunks), codings, BODY_CAP_BYTES);
  if (content === null) return good({ bytes, text: "", unread: oneLine(codings, 60), whole });
  const text = pageText(content.bytes, response.headers["content-type"] ?? null);
  return good({ bytes, text, unread: null, whole: whole && content.whole });
}

/** What a hop leaves in the record. */
export function hopOf(url: URL, response: IncomingMessage): HttpHop {
  const { location, date, server } = response.headers;
  return {
    url: oneLine(url.href, 500),
    status: response.statusCode ?? 0,
    location: clean(location, 500),
    date: clean(date, 100),
    server: clean(server, 100),
  };
}

function clean(value: string | string[] | undefined, limit: number): string | null {
  const [text] = [value].flat();
  return text === undefined ? null : oneLine(text, limit);
}

/** First characters of a body, made harmless. */
export function sampleOf(text: string): string {
  return terminalSafe(text.slice(0, SAMPLE_CHARACTERS));
}

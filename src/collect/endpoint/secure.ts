import type { Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import type { Phase } from "../../evidence/common.ts";
import { good, type Result } from "../net/settle.ts";
import type { Talk } from "./talk.ts";
import { openTls, tlsFacts } from "./tls.ts";

/** Speaks TLS over the talk's connection. Writes the step `tls` and the facts of the certificate. */
export async function tlsStep(
  talk: Talk,
  socket: Socket,
  phase: Phase,
  alpn?: readonly string[],
): Promise<Result<TLSSocket>> {
  const { context, record, tools, input } = talk;
  const secured = await record.step("tls", phase, () =>
    openTls(context, socket, {
      host: input.endpoint.host,
      context: tools.trust.context(),
      timeoutMs: talk.budget(talk.limits.tlsMs),
      ...(alpn === undefined ? {} : { alpn }),
    }),
  );
  if (!secured.ok) return secured;
  record.note({ tls: tlsFacts(secured.value, input.endpoint.host) });
  return good(secured.value);
}

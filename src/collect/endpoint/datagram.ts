import type { DatagramLanguage } from "../../profile/protocols.ts";
import type { CollectContext } from "../context/context.ts";
import { askUdp } from "../dns/ask.ts";
import { bad, good, type Result } from "../net/settle.ts";
import { inSlot } from "../net/slot.ts";
import { bindingRequest, readBindingAnswer, STUN_ID_BYTES } from "../net/stun-message.ts";
import { exchange } from "../net/udp.ts";
import type { EndpointInput, EndpointLimits, EndpointObservation } from "./input.ts";
import type { Peer } from "./reach.ts";
import type { EndpointRecord } from "./record.ts";

const TALK_SLOT_MS = 60;
/** A datagram may be lost; the second one confirms the silence. */
const TRIES = 2;

/**
 * Endpoints that speak over UDP: any DNS answer, any STUN answer counts. Writes `firstByte`. Never
 * rejects.
 */
export async function probeDatagram(
  context: CollectContext,
  record: EndpointRecord,
  input: EndpointInput,
  language: DatagramLanguage,
  { address, port }: Peer,
  limits: EndpointLimits,
): Promise<EndpointObservation> {
  const timeoutMs = (input.endpoint.timeoutMs ?? limits.answerMs) / TRIES;
  await inSlot(context, TALK_SLOT_MS, () =>
    record.step("firstByte", "reply", async () => {
      let answer: Result<unknown> = bad("TIMEOUT");
      for (let count = 0; count < TRIES && !answer.ok && answer.code === "TIMEOUT"; count += 1)
        answer = await ASK[language](context, { address, port, timeoutMs });
      if (!answer.ok) return answer;
      record.note({ receivedAtMs: context.epoch() });
      return good(null);
    }),
  );
  return record.finish();
}

interface Question {
  readonly address: string;
  readonly port: number;
  readonly timeoutMs: number;
}

/** One datagram in each language, and what counts as an answer to it. */
const ASK: Readonly<
  Record<DatagramLanguage, (context: CollectContext, question: Question) => Promise<Result<unknown>>>
> = {
  // The root has no address of its own: the smallest question that every server can answer somehow.
  dns: (context, { address, port, timeoutMs }) =>
    askUdp(context, { server: address, port, name: ".", type: "A", timeoutMs }),
  stun(context, question) {
    const id = context.randomBytes(STUN_ID_BYTES);
    return exchange(context, {
      ...question,
      request: bindingRequest(id),
      parse: (datagram) => readBindingAnswer(datagram, id),
    });
  },
};

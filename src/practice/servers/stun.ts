import { createSocket } from "node:dgram";
import { isIPv6 } from "node:net";
import ipaddr from "ipaddr.js";
import { changeable, type Changeable } from "./behaviour.ts";
import type { Place, Running } from "./listen.ts";
import { bindUdp } from "./udp.ts";

export interface StunBehaviour {
  readonly silent: boolean;
  /** Every n-th request is not answered; 0: none is lost. Counted, not drawn, so that a run can be repeated. */
  readonly loseEvery: number;
  readonly delayMs: number;
  /** Address told as the mapped one; null: the one that the request came from. */
  readonly mapped: { readonly address: string; readonly port: number } | null;
}
export type StunServer = Running & Changeable<StunBehaviour>;

const MAGIC = 0x2112a442;
const BINDING_REQUEST = 0x0001;
const BINDING_SUCCESS = 0x0101;
const XOR_MAPPED_ADDRESS = 0x0020;
const HEADER_BYTES = 20;

/**
 * A STUN server that answers binding requests over UDP (RFC 8489).
 * @throws the system's own error when the place cannot be had
 */
export async function startStun(options: Place & { readonly behaviour?: Partial<StunBehaviour> }): Promise<StunServer> {
  const state = changeable<StunBehaviour>({
    silent: false,
    loseEvery: 0,
    delayMs: 0,
    mapped: null,
    ...options.behaviour,
  });
  const socket = createSocket(isIPv6(options.address) ? "udp6" : "udp4");
  let count = 0;
  const running = await bindUdp(socket, options);
  socket.on("message", (message, from) => {
    if (!isBindingRequest(message)) return;
    count += 1;
    const { silent, loseEvery, delayMs, mapped } = state.behaviour();
    if (silent || (loseEvery > 0 && count % loseEvery === 0)) return;
    const answer = bindingSuccess(message.subarray(4, HEADER_BYTES), mapped ?? from);
    const send = (): void => running.send(answer, from.port, from.address);
    if (delayMs === 0) send();
    else setTimeout(send, delayMs).unref();
  });
  return { address: running.address, port: running.port, close: () => running.close(), ...state };
}

function isBindingRequest(message: Buffer): boolean {
  return (
    message.length >= HEADER_BYTES && message.readUInt16BE(0) === BINDING_REQUEST && message.readUInt32BE(4) === MAGIC
  );
}

/**
 * @param id magic cookie and transaction id of the request, 16 bytes, which are also what the address is XORed with
 * (RFC 8489 14.2)
 */
function bindingSuccess(id: Buffer, mapped: { readonly address: string; readonly port: number }): Buffer {
  const bytes = Buffer.from(ipaddr.process(mapped.address).toByteArray()).map((byte, index) => byte ^ (id[index] ?? 0));
  const answer = Buffer.alloc(HEADER_BYTES + 8 + bytes.length);
  answer.writeUInt16BE(BINDING_SUCCESS, 0);
  answer.writeUInt16BE(8 + bytes.length, 2);
  id.copy(answer, 4);
  answer.writeUInt16BE(XOR_MAPPED_ADDRESS, HEADER_BYTES);
  answer.writeUInt16BE(4 + bytes.length, HEADER_BYTES + 2);
  answer.writeUInt8(bytes.length === 4 ? 1 : 2, HEADER_BYTES + 5);
  answer.writeUInt16BE(mapped.port ^ (MAGIC >>> 16), HEADER_BYTES + 6);
  answer.set(bytes, HEADER_BYTES + 8);
  return answer;
}

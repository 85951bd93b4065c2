import ipaddr from "ipaddr.js";

/** RFC 8489 5: message types and the magic cookie. */
const BINDING_REQUEST = 0x0001;
const BINDING_SUCCESS = 0x0101;
const BINDING_ERROR = 0x0111;
const MAGIC_COOKIE = 0x2112a442;
const HEADER_BYTES = 20;
const TRANSACTION_BYTES = 12;
const MAPPED_ADDRESS = 0x0001;
const XOR_MAPPED_ADDRESS = 0x0020;

export const STUN_ID_BYTES = TRANSACTION_BYTES;

export interface StunAnswer {
  /** The own address as the server sees it; null after an error answer. */
  readonly mapped: string | null;
}

/** A binding request without attributes. `id` are 12 random bytes. */
export function bindingRequest(id: Uint8Array): Buffer {
  const request = Buffer.alloc(HEADER_BYTES);
  request.writeUInt16BE(BINDING_REQUEST, 0);
  request.writeUInt32BE(MAGIC_COOKIE, 4);
  request.set(id.subarray(0, TRANSACTION_BYTES), 8);
  return request;
}

/** Reads an answer to the request with `id`; undefined for anything else. */
export function readBindingAnswer(datagram: Buffer, id: Uint8Array): StunAnswer | undefined {
  if (datagram.length < HEADER_BYTES || datagram.readUInt32BE(4) !== MAGIC_COOKIE) return undefined;
  if (!datagram.subarray(8, HEADER_BYTES).equals(id.subarray(0, TRANSACTION_BYTES))) return undefined;
  // RFC 8489 5: the length without the header, in whole words. What says more than it holds was not sent by a server.
  const length = datagram.readUInt16BE(2);
  if (length % 4 !== 0 || length !== datagram.length - HEADER_BYTES) return undefined;
  const type = datagram.readUInt16BE(0);
  if (type === BINDING_ERROR) return { mapped: null };
  if (type !== BINDING_SUCCESS) return undefined;
  // A success that tells no address says nothing.
  const mapped = mappedAddress(datagram);
  return mapped === null ? undefined : { mapped };
}

function mappedAddress(datagram: Buffer): string | null {
  let at = HEADER_BYTES;
  let plain: string | null = null;
  while (at + 4 <= datagram.length) {
    const type = datagram.readUInt16BE(at);
    const length = datagram.readUInt16BE(at + 2);
    if (at + 4 + length > datagram.length) return null;
    const value = datagram.subarray(at + 4, at + 4 + length);
    // Old servers (RFC 3489) send the plain form only; routers rewrite it, so the XORed one wins.
    if (type === XOR_MAPPED_ADDRESS) return addressOf(value, datagram.subarray(4, HEADER_BYTES)) ?? plain;
    if (type === MAPPED_ADDRESS) plain = addressOf(value, null);
    at += 4 + Math.ceil(length / 4) * 4;
  }
  return plain;
}

/**
 * Value of an address attribute: family in byte 1, port, then the address, XORed with cookie and id where `mask` is
 * given.
 */
function addressOf(value: Buffer, mask: Buffer | null): string | null {
  const size = value[1] === 1 ? 4 : value[1] === 2 ? 16 : 0;
  const bytes = [...value.subarray(4, 4 + size)].map((byte, index) => byte ^ (mask?.[index] ?? 0));
  return size > 0 && bytes.length === size ? ipaddr.fromByteArray(bytes).toString() : null;
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { bindingRequest, readBindingAnswer } from "../../../src/collect/net/stun-message.ts";

// RFC 5769 2.2 and 2.3: sample answers, as published; the first with IPv4, the second with IPv6.
const ID = Buffer.from("b7e7a701bc34d686fa87dfae", "hex");
const SAMPLE_V4 = Buffer.from(
  "0101003c2112a442b7e7a701bc34d686fa87dfae8022000b7465737420766563746f7220002000080001a147e112a643000800142b91f599fd9e90c38c7489f92af9ba53f06be7d780280004c07d4c96",
  "hex",
);
const SAMPLE_V6 = Buffer.from(
  "010100482112a442b7e7a701bc34d686fa87dfae8022000b7465737420766563746f7220002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d900080014a382954e4be67bf11784c97c8292c275bfe3ed4180280004c8fb0b4c",
  "hex",
);

test("reads the published sample answers", () => {
  expect(readBindingAnswer(SAMPLE_V4, ID)).toEqual({ mapped: "192.0.2.1" });
  expect(readBindingAnswer(SAMPLE_V6, ID)).toEqual({ mapped: "2001:db8:1234:5678:11:2233:4455:6677" });
});

test("an answer to another request, and a request, are not answers", () => {
  expect(readBindingAnswer(SAMPLE_V4, Buffer.alloc(12))).toBeUndefined();
  expect(readBindingAnswer(bindingRequest(ID), ID)).toBeUndefined();
});

test("what says more than it holds, or tells no address, is no answer", () => {
  const changed = (at: number, value: number, from: Buffer = SAMPLE_V4): Buffer => {
    const bytes = Buffer.from(from);
    bytes.writeUInt16BE(value, at);
    return bytes;
  };
  // The length of the whole, and that of its first attribute.
  for (const length of [0, 4, 0x003b, 0x0040, 0xffff])
    expect(readBindingAnswer(changed(2, length), ID)).toBeUndefined();
  for (const length of [0x0039, 0x7fff, 0xffff]) expect(readBindingAnswer(changed(22, length), ID)).toBeUndefined();
  for (const length of [0, 4, 0xffff]) expect(readBindingAnswer(changed(38, length), ID)).toBeUndefined();
  expect(readBindingAnswer(Buffer.concat([SAMPLE_V4, Buffer.alloc(4)]), ID)).toBeUndefined();
  expect(readBindingAnswer(SAMPLE_V4.subarray(0, SAMPLE_V4.length - 4), ID)).toBeUndefined();
  expect(readBindingAnswer(changed(2, 0, SAMPLE_V4.subarray(0, 20)), ID)).toBeUndefined();
  // An error is an answer without an address.
  expect(readBindingAnswer(changed(0, 0x0111, changed(2, 0, SAMPLE_V4.subarray(0, 20))), ID)).toEqual({ mapped: null });
});

test("no datagram whatever makes it throw, and an answer has an address", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, fits) => {
      const datagram = Buffer.concat([SAMPLE_V4.subarray(0, 20), bytes]);
      if (fits) datagram.writeUInt16BE(bytes.length, 2);
      expect(readBindingAnswer(datagram, ID)?.mapped).not.toBeNull();
    }),
    { numRuns: 2000 },
  );
});

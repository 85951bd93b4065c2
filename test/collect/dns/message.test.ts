import packet from "dns-packet";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeAnswer, encodeQuery, type DnsQuestion } from "../../../src/collect/dns/message.ts";

const question: DnsQuestion = { id: 4711, name: "one.example", type: "A" };

function answer(records: readonly packet.Answer[]): Buffer {
  return packet.encode({
    type: "response",
    id: question.id,
    questions: [{ type: "A", name: "one.example" }],
    answers: [...records],
  });
}

test("reads addresses, aliases and the shortest life", () => {
  const decoded = decodeAnswer(
    answer([
      { type: "CNAME", name: "one.example", ttl: 30, data: "two.example" },
      { type: "A", name: "two.example", ttl: 5, data: "192.0.2.1" },
      { type: "TXT", name: "two.example", ttl: 1, data: "other" },
    ]),
    question,
  );
  expect(decoded).toMatchObject({ rcode: "NOERROR", answers: ["192.0.2.1"], cnames: ["two.example"], ttlSeconds: 5 });
});

test("keeps at most 64 records", () => {
  const many = Array.from({ length: 500 }, (_, index): packet.Answer => ({
    type: "A",
    name: "a",
    ttl: 1,
    data: `192.0.2.${String(index % 256)}`,
  }));
  expect(decodeAnswer(answer(many), question)?.answers).toHaveLength(64);
});

test("control characters of a name never reach the record", () => {
  const decoded = decodeAnswer(
    answer([{ type: "CNAME", name: "one.example", ttl: 1, data: "a\u001b[2Jb.example" }]),
    question,
  );
  expect(decoded?.cnames).toEqual(["a[2Jb.example"]);
});

test("the question is matched without regard to case (RFC 4343)", () => {
  expect(decodeAnswer(answer([]), { ...question, name: "ONE.example" })).toBeDefined();
  expect(decodeAnswer(answer([]), { ...question, type: "AAAA" })).toBeUndefined();
  expect(decodeAnswer(encodeQuery(question), question)).toBeUndefined();
});

test("an answer that announces more than it holds says nothing about the name", () => {
  const right = answer([{ type: "A", name: "one.example", ttl: 5, data: "192.0.2.1" }]);
  for (const section of [6, 8, 10])
    for (const rcode of [0, 3]) {
      const lying = Buffer.from(right);
      lying.writeUInt16BE(65_535, section);
      lying.writeUInt16BE((lying.readUInt16BE(2) & 0xfff0) | rcode, 2);
      expect(decodeAnswer(lying, question)).toMatchObject({ rcode: "OTHER", answers: [] });
    }
  const empty = answer([]);
  empty.writeUInt16BE(65_535, 6);
  expect(decodeAnswer(empty, question)).toMatchObject({ rcode: "OTHER", answers: [] });
  // Without its question nobody knows what is denied; a server that could not read it says so.
  const denied = Buffer.from(empty.subarray(0, 12));
  denied.writeUInt16BE(0, 4);
  denied.writeUInt16BE(0x8183, 2);
  expect(decodeAnswer(denied, question)?.rcode).toBe("OTHER");
  denied.writeUInt16BE(0x8181, 2);
  expect(decodeAnswer(denied, question)?.rcode).toBe("FORMERR");
});

test("no datagram whatever makes it throw", () => {
  const valid = answer([
    { type: "CNAME", name: "one.example", ttl: 30, data: "two.example" },
    { type: "A", name: "two.example", ttl: 5, data: "192.0.2.1" },
  ]);
  const damaged = fc
    .array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), { maxLength: 12 })
    .map((changes) => changes.reduce((bytes, [at, value]) => bytes.fill(value, at, at + 1), Buffer.from(valid)));
  const random = fc.uint8Array({ maxLength: 600 }).map((bytes) => Buffer.concat([valid.subarray(0, 4), bytes]));
  fc.assert(
    fc.property(fc.oneof(damaged, random), (datagram) => {
      const decoded = decodeAnswer(datagram, question);
      expect(decoded === undefined || decoded.answers.length <= 64).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

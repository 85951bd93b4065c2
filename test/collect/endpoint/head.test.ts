import { describe, expect, test } from "vitest";
import { headMender, MOST_HEAD_BYTES, type Laxness } from "../../../src/collect/endpoint/head.ts";

/** What is handed on, in pieces of so many bytes; null where the head has no end. */
function mended(text: string, size: number): { readonly out: string | null; readonly lax: readonly Laxness[] } {
  const lax: Laxness[] = [];
  const mender = headMender((one) => lax.push(one));
  const bytes = Buffer.from(text, "latin1");
  const out: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    const ready = mender.feed(bytes.subarray(at, at + size));
    if (ready === null) return { out: null, lax };
    out.push(ready);
  }
  return { out: Buffer.concat([...out, mender.rest()]).toString("latin1"), lax };
}

const OK = "HTTP/1.1 200 OK\r\n";
const INTERIM = "HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n";

describe("the head of an answer", () => {
  test.each([
    ["a good one", `${OK}a: b\r\n\r\nbody\r\n\r\nmore`, `${OK}a: b\r\n\r\nbody\r\n\r\nmore`],
    ["line feeds alone", "HTTP/1.1 200 OK\na: b\n\nbody\n\n", `${OK}a: b\r\n\r\nbody\n\n`],
    ["interim ones before it", `${INTERIM}${INTERIM}${OK}a: b\r\n\r\nx`, `${OK}a: b\r\n\r\nx`],
    ["a change of protocol, which is no interim one", "HTTP/1.1 101 X\r\n\r\n\u0000", "HTTP/1.1 101 X\r\n\r\n\u0000"],
    ["no HTTP at all", "220 mail\r\n\r\n", "220 mail\r\n\r\n"],
    ["one that ends within", `${OK}a: b`, `${OK}a: b`],
    ["returns within a value", `${OK}a: b\r\r\rc\r\r\n\r\n`, `${OK}a: bc\r\n\r\n`],
    ["blanks around a name", `${OK}a \t: \tb \r\n\r\n`, `${OK}a: b\r\n\r\n`],
  ])("%s is the same in whatever pieces it comes", (_, text, expected) => {
    const whole = mended(text, text.length);
    expect(whole.out).toBe(expected);
    for (const size of [1, 2, 3, 7]) expect(mended(text, size)).toEqual(whole);
  });

  test("interim answers without an end are no answer, whatever the piece", () => {
    const most = Math.floor(MOST_HEAD_BYTES / INTERIM.length);
    const last = `${OK}\r\n`;
    expect(mended(`${INTERIM.repeat(most - 1)}${last}`, 4096).out).toBe(last);
    for (const size of [1000, 65_536]) expect(mended(INTERIM.repeat(most + 3000), size).out).toBeNull();
  });

  test.each([
    ["blanks in a name", `x${" ".repeat(200_000)}y`],
    ["returns in a value", `x: ${"\r".repeat(200_000)}y`],
  ])("200 KB of %s cost a moment, not half a minute", (_, line) => {
    expect(mended(`${OK}${line}\r\n\r\n`, 65_536).out).toMatch(/^HTTP\/1\.1 200 OK\r\n/u);
  });
});

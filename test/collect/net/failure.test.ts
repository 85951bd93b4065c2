import { expect, test } from "vitest";
import { failureCodeOf, failureOf, failureWith } from "../../../src/collect/net/failure.ts";
import { failure } from "../../../src/evidence/common.ts";

function systemError(code: string, syscall?: string): Error {
  return Object.assign(new Error(`${syscall ?? ""} ${code}`), syscall === undefined ? { code } : { code, syscall });
}

test.each([
  ["ECONNREFUSED", "REFUSED"],
  ["ECONNRESET", "RESET"],
  ["EHOSTUNREACH", "HOST_UNREACHABLE"],
  ["ENETUNREACH", "NET_UNREACHABLE"],
  ["EACCES", "ACCESS_DENIED"],
  ["EPERM", "ACCESS_DENIED"],
  ["ETIMEDOUT", "TIMEOUT"],
  ["EADDRNOTAVAIL", "ADDRESS_UNAVAILABLE"],
  ["EMSGSIZE", "MESSAGE_TOO_BIG"],
  ["EPROTO", "TLS_PROTOCOL"],
  ["ERR_SSL_WRONG_VERSION_NUMBER", "TLS_PROTOCOL"],
  ["ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", "TLS_ALERT"],
  ["ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE", "TLS_ALERT"],
  ["HPE_INVALID_CONSTANT", "PROTOCOL"],
  ["HPE_HEADER_OVERFLOW", "TOO_LARGE"],
  ["E_NEVER_HEARD_OF", "OTHER"],
])("%s is %s", (code, expected) => {
  expect(failureCodeOf(systemError(code, "read"))).toBe(expected);
});

test("a reset without a system call is an orderly end in the middle", () => {
  expect(failureCodeOf(systemError("ECONNRESET"))).toBe("CLOSED");
});

test("whatever was thrown becomes a valid failure", () => {
  for (const thrown of [null, undefined, "text", 7, {}, new Error("\u001b[31mred\u001b[0m\n".repeat(100))])
    expect(failure.safeParse(failureOf("connect", thrown)).success).toBe(true);
  expect(failureOf("connect", new Error("\u001b]0;title\u0007x")).detail).toBe("]0;titlex");
});

test("hints at a part only where the failure alone points at one", () => {
  expect(failureWith("connect", "TIMEOUT").culprit).toBeUndefined();
  expect(failureWith("connect", "REFUSED").culprit).toBe("server");
  expect(failureWith("connect", "NET_UNREACHABLE").culprit).toBe("laptop");
  expect(failureWith("proxy", "TIMEOUT").culprit).toBe("proxy");
  expect(failureWith("resolve", "ABORTED").culprit).toBeUndefined();
});

import { DAY, iso, PROVINCE, block, serve, both, dead } from "../changes.ts";
import type { Fault } from "./fault.ts";
import { RIGHT_NOW } from "../record/base.ts";

/** The data centre, single servers and their certificates. */
export const SERVERS: readonly Fault[] = [
  { name: "data centre dead", says: ["DATACENTRE_DOWN"], make: block(({ address }) => PROVINCE.test(address)) },
  {
    name: "national systems dead",
    says: ["NATIONAL_DOWN"],
    make: block(({ address }) => address.startsWith("198.51.100.")),
  },
  { name: "one server dead", says: ["SERVER_DOWN"], make: dead("203.0.113.10") },
  {
    name: "two of the province's servers dead",
    says: ["SERVER_DOWN"],
    make: both(dead("203.0.113.10"), dead("203.0.113.11")),
  },
  {
    name: "one server refuses",
    says: ["SERVER_REFUSES"],
    make: block(({ address }) => address === "203.0.113.11", "REFUSED"),
  },
  {
    name: "certificate expired",
    says: ["CERT_EXPIRED"],
    make: serve("motcua.tinh.test", { certificate: { notAfter: iso(RIGHT_NOW - 3 * DAY) } }),
  },
  {
    name: "certificate not yet valid",
    says: ["CERT_NOT_YET_VALID"],
    make: serve("motcua.tinh.test", { certificate: { notBefore: iso(RIGHT_NOW + 3 * DAY) } }),
  },
  {
    name: "certificate for another name",
    says: ["CERT_WRONG_HOST"],
    make: serve("motcua.tinh.test", {
      nameMatches: false,
      authorized: false,
      authorizationError: "ERR_TLS_CERT_ALTNAME_INVALID",
    }),
  },
  {
    name: "intermediate missing",
    says: ["CERT_CHAIN_INCOMPLETE"],
    make: serve("motcua.tinh.test", { authorized: false, authorizationError: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" }),
  },
  {
    name: "self-signed",
    says: ["CERT_UNTRUSTED"],
    make: serve("motcua.tinh.test", {
      certificate: { selfSigned: true, issuer: "CN=motcua.tinh.test" },
      authorizationError: "DEPTH_ZERO_SELF_SIGNED_CERT",
    }),
  },
  {
    name: "certificate ends soon",
    says: ["CERT_EXPIRES_SOON"],
    make: serve("motcua.tinh.test", { certificate: { notAfter: iso(RIGHT_NOW + 5 * DAY) } }),
  },
  { name: "error page", says: ["SERVER_ERROR"], make: serve("motcua.tinh.test", { status: 503 }) },
  { name: "another page", says: ["CONTENT_MISMATCH"], make: serve("motcua.tinh.test", { bodyMatches: false }) },
  { name: "server hangs", says: ["SERVER_HANGS"], make: serve("motcua.tinh.test", { firstByte: "TIMEOUT" }) },
  { name: "old TLS", says: ["TLS_HANDSHAKE_FAILED"], make: serve("motcua.tinh.test", { tls: "TLS_ALERT" }) },
  { name: "wants a log-in", says: ["LOGIN_WANTED"], make: serve("motcua.tinh.test", { status: 401 }) },
  { name: "not allowed", says: ["REQUEST_REFUSED"], make: serve("motcua.tinh.test", { status: 451 }) },
  { name: "too many requests", says: ["SERVER_ERROR"], make: serve("motcua.tinh.test", { status: 429 }) },
  { name: "no answer", says: ["ANSWER_BROKEN_OFF"], make: serve("motcua.tinh.test", { firstByte: "CLOSED" }) },
  { name: "answer breaks off", says: ["ANSWER_BROKEN_OFF"], make: serve("motcua.tinh.test", { body: "CLOSED" }) },
  { name: "garbage", says: ["BAD_REPLY"], make: serve("motcua.tinh.test", { firstByte: "PROTOCOL" }) },
  { name: "slow server", says: ["SERVER_SLOW"], make: serve("motcua.tinh.test", { firstByteMs: 6000 }) },
];

import { both, DAY, everywhere, iso, serve, systems, type Change } from "../changes.ts";
import { RIGHT_NOW } from "../record/base.ts";
import type { Service } from "../world.ts";
import type { Border } from "./border.ts";

const HOST = "vanban.tinh.test";
const SECOND = 1000;
const HOUR = 3_600_000;

/** One server's certificate ends and began so long from now. */
const valid = (endsIn: number, beganAgo = 100 * DAY): Change =>
  serve(HOST, { certificate: { notBefore: iso(RIGHT_NOW - beganAgo), notAfter: iso(RIGHT_NOW + endsIn) } });

const asked = (...ids: readonly string[]): Change =>
  systems((one) => ({ ...one, enabled: one.enabled && ids.includes(one.id) }));

const foreign: Service = {
  authorized: false,
  authorizationError: "SELF_SIGNED_CERT_IN_CHAIN",
  certificate: { issuer: "CN=Filter" },
};
const own: Service = { authorized: true, certificate: { issuer: "CN=Intermediate" } };
const signedBy = (issuer: string): Change => everywhere({ certificate: { issuer } });

/** Days of a certificate's life, and how many servers must show a foreign signature. */
export const TRUST_BORDERS: readonly Border[] = [
  {
    name: "14 days are time enough, less are not",
    within: { make: valid(14 * DAY + SECOND), says: [] },
    beyond: { make: valid(14 * DAY), says: ["CERT_EXPIRES_SOON"], first: { severity: "minor", confidence: "certain" } },
  },
  {
    name: "a short life is renewed late: only its last third counts",
    within: { make: valid(10 * DAY, 20 * DAY - HOUR), says: [] },
    beyond: { make: valid(10 * DAY, 20 * DAY), says: ["CERT_EXPIRES_SOON"] },
  },
  {
    name: "a second before its end a certificate is good, a second after it is not",
    within: { make: valid(SECOND), says: ["CERT_EXPIRES_SOON"], first: { severity: "minor" } },
    beyond: { make: valid(-SECOND), says: ["CERT_EXPIRED"], first: { confidence: "certain" } },
  },
  {
    name: "a second after its beginning a certificate is good, a second before it is not",
    within: { make: valid(200 * DAY, SECOND), says: [] },
    beyond: { make: valid(200 * DAY, -SECOND), says: ["CERT_NOT_YET_VALID"], first: { confidence: "certain" } },
  },
  {
    name: "one server that shows its own certificate is not intercepted, and then nobody is",
    within: { make: both(everywhere(foreign), serve("dvc.quocgia.test", own)), says: ["CERT_UNTRUSTED"] },
    beyond: { make: everywhere(foreign), says: ["TLS_INTERCEPTED"], first: { confidence: "certain" } },
  },
  {
    name: "one server alone with a foreign signature is that server",
    within: { make: both(asked("onestop"), everywhere(foreign)), says: ["CERT_UNTRUSTED"] },
    beyond: { make: both(asked("onestop", "docs"), everywhere(foreign)), says: ["TLS_INTERCEPTED"] },
  },
  {
    name: "a province may sign for all its own servers, and for nobody else's",
    within: {
      make: both(asked("onestop", "docs"), everywhere(foreign)),
      says: ["TLS_INTERCEPTED"],
      first: { confidence: "likely", alternatives: ["CERT_UNTRUSTED"] },
    },
    beyond: {
      make: both(asked("onestop", "dvcqg"), everywhere(foreign)),
      says: ["TLS_INTERCEPTED"],
      first: { confidence: "certain", alternatives: [] },
    },
  },
  {
    name: "the same two issuers are two faults",
    within: {
      make: both(everywhere(foreign), serve(HOST, { ...foreign, certificate: { issuer: "CN=Other" } })),
      says: ["CERT_UNTRUSTED"],
    },
    beyond: { make: everywhere(foreign), says: ["TLS_INTERCEPTED"] },
  },
  {
    name: "an inspector that this laptop trusts is known by its name",
    within: { make: signedBy("CN=National Root"), says: [] },
    beyond: {
      make: signedBy("CN=Kaspersky Anti-Virus Personal Root"),
      says: ["TLS_INTERCEPTED"],
      first: { severity: "minor", confidence: "certain" },
    },
  },
  {
    name: "such a name on one server's certificate alone inspects nobody",
    within: { make: serve(HOST, { certificate: { issuer: "CN=Sophos" } }), says: [] },
    beyond: { make: signedBy("CN=Sophos"), says: ["TLS_INTERCEPTED"] },
  },
];

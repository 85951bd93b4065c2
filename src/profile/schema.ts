import * as z from "zod/mini";
import { PROTOCOLS } from "./protocols.ts";

// zod/mini: the same checks as functions instead of methods. Every scan builds this schema, in a third of the time.

/**
 * What to test, as data (design, section 5, domain notes, 2.1). Parsed strictly: an unknown key is a mistake that its
 * author wants to hear of.
 */

const short = (least: number, most: number) => z.string().check(z.minLength(least), z.maxLength(most));
const text = z.strictObject({ vi: short(1, 500), en: short(1, 500) });
const id = z.string().check(z.regex(/^[a-z0-9][a-z0-9_.-]{0,63}$/u));
const isoDate = z.iso.date();
const whole = (least: number, most: number) => z.int().check(z.gte(least), z.lte(most));
const port = whole(1, 65_535);

/**
 * A host name (RFC 1123 letters, digits, hyphens; never a leading hyphen), an IPv4 or an IPv6 address. A name that ends in
 * a number, which URL parsers take for an IPv4 address in disguise (WHATWG URL, "ends in a number"), is none: 0x7f.1.
 */
export const hostSchema = z
  .union([
    z
      .string()
      .check(
        z.maxLength(253),
        z.regex(
          /^(?=.*[a-z])(?!(?:.*\.)?(?:\d+|0x[0-9a-f]*)$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/iu,
        ),
      ),
    z.ipv4(),
    z.ipv6(),
  ])
  .register(z.globalRegistry, { id: "host" });

const urlPath = z.string().check(z.regex(/^\/[\x21-\x7e]*$/u));

const expectation = z.strictObject({
  /** Statuses that count as right; any status below 400 where absent. For tsa and ocsp any HTTP answer counts. */
  status: z.optional(z.array(whole(100, 599)).check(z.minLength(1))),
  /** Host names that a redirect may lead to, besides the endpoint's own. */
  redirectTo: z.optional(z.array(hostSchema)),
  bodyIncludes: z.optional(short(1, 200)),
  /** `strict`: a chain that is not trusted is a finding; `report`: it is noted only. */
  tls: z.optional(z.enum(["strict", "report"])),
});

export const endpointSchema = z.strictObject({
  protocol: z.enum(PROTOCOLS),
  host: hostSchema,
  port,
  path: z.optional(urlPath.check(z.maxLength(500))),
  /** smtp only: TLS from the first byte (RFC 8314 3.3); where absent, port 465 does and others don't. */
  implicitTls: z.optional(z.boolean()),
  expect: z.optional(expectation),
  network: z.enum(["internet", "tslcd", "local"]),
  timeoutMs: z.optional(whole(100, 60_000)),
});
export type Endpoint = z.infer<typeof endpointSchema>;

export const systemSchema = z.strictObject({
  id,
  name: text,
  criticality: z.enum(["onestop", "shared", "other"]),
  status: z.enum(["active", "retired", "unverified"]),
  /** Who runs it: decides whether its loss points at the province's data centre or further. */
  scope: z.enum(["national", "province", "commune", "school", "local"]),
  supersededBy: z.optional(id),
  /** Where the knowledge about the host comes from. */
  evidence: short(1, 500),
  lastVerified: z.nullable(isoDate),
  /** A system that is not enabled is listed and never probed. */
  enabled: z.boolean(),
  /** Systems that only servers reach: what to ask people instead of testing. */
  notTestable: z.optional(z.strictObject({ ask: text })),
  note: z.optional(text),
  endpoints: z.array(endpointSchema).check(z.maxLength(20)),
});
export type System = z.infer<typeof systemSchema>;

const literal = z.union([z.ipv4(), z.ipv6()]);
const region = z.enum(["domestic", "foreign"]);
const target = z.strictObject({ address: literal, port, label: z.string().check(z.maxLength(100)), region });

export const controlsSchema = z.strictObject({
  /** Public resolvers to hold the office's own against. */
  resolvers: z.array(target).check(z.maxLength(8)),
  /** TCP targets by address, so that they need no DNS. */
  ipTargets: z.array(target).check(z.maxLength(12)),
  /** A name that always exists, to ask resolvers for. */
  knownName: hostSchema,
  /** A page over plain HTTP whose content is known (captive portals, suspended lines). */
  httpProbe: z.strictObject({
    host: hostSchema,
    port,
    path: urlPath,
    status: z.int(),
    bodyIncludes: z.optional(z.string()),
  }),
  /** STUN servers for the quality of calls. */
  stun: z.optional(z.array(z.strictObject({ host: hostSchema, port })).check(z.maxLength(4))),
});

/** Whom a contact is reached for: those that can mend a fault away from the office, and whoever cuts the power. */
export const CONTACT_KINDS = ["carrier", "centre", "systemOwner", "power"] as const;

const contact = z.strictObject({
  for: z.array(z.enum(CONTACT_KINDS)).check(z.minLength(1)),
  name: text,
  phone: z.string().check(z.maxLength(60), z.regex(/^[+\d][\d ().,;/+-]*$/u)),
  /** Only for these systems; absent: for all that the kind stands for. */
  systems: z.optional(z.array(id).check(z.minLength(1))),
  /** Where the number comes from. */
  evidence: short(1, 500),
  lastVerified: z.nullable(isoDate),
});

export const profileSchema = z
  .strictObject({
    id,
    version: z.string().check(z.regex(/^\d+(\.\d+){0,2}$/u)),
    name: text,
    issuedBy: short(1, 200),
    issuedOn: isoDate,
    validUntil: z.nullable(isoDate),
    unitList: short(1, 100),
    /** Code of the province of today whose communes are meant first where a name is given. */
    province: z.optional(z.string().check(z.regex(/^\d{2}$/u))),
    controls: controlsSchema,
    /** Telephone numbers, printed where a remedy names whom to call. */
    contacts: z.optional(z.array(contact).check(z.maxLength(40))),
    systems: z.array(systemSchema).check(z.minLength(1), z.maxLength(200)),
  })
  .check(({ value: profile, issues }) => {
    const seen = new Set<string>();
    profile.systems.forEach((system, index) => {
      if (seen.has(system.id))
        issues.push({ code: "custom", path: ["systems", index, "id"], message: "duplicate id", input: system.id });
      seen.add(system.id);
    });
    profile.systems.forEach((system, index) => {
      if (system.supersededBy !== undefined && !seen.has(system.supersededBy))
        issues.push({
          code: "custom",
          path: ["systems", index, "supersededBy"],
          message: "no such system",
          input: system.supersededBy,
        });
    });
  });
export type Profile = z.infer<typeof profileSchema>;

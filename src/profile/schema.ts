import { z } from "zod";

/** What to test, as data (design, section 5, domain notes, 2.1). Parsed strictly: an unknown key is a mistake that its author wants to hear of. */

const text = z.strictObject({ vi: z.string().min(1).max(500), en: z.string().min(1).max(500) });
const id = z.string().regex(/^[a-z0-9][a-z0-9_.-]{0,63}$/u);
const isoDate = z.iso.date();
const port = z.number().int().min(1).max(65535);

/** A host name (RFC 1123 letters, digits, hyphens; never a leading hyphen), an IPv4 or an IPv6 address. */
export const hostSchema = z
  .union([
    z.string().max(253).regex(/^(?=.*[a-z])[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/iu),
    z.ipv4(),
    z.ipv6(),
  ])
  .meta({ id: "host" });

export const PROTOCOLS = ["https", "http", "tcp", "dns", "smtp", "imaps", "tsa", "ocsp", "stun", "h323", "sip"] as const;

const expectation = z.strictObject({
  /** Statuses that count as right; any status below 400 where absent. For tsa and ocsp any HTTP answer counts. */
  status: z.array(z.number().int().min(100).max(599)).min(1).optional(),
  /** Host names that a redirect may lead to, besides the endpoint's own. */
  redirectTo: z.array(hostSchema).optional(),
  bodyIncludes: z.string().min(1).max(200).optional(),
  /** `strict`: a chain that is not trusted is a finding; `report`: it is noted only. */
  tls: z.enum(["strict", "report"]).optional(),
});

export const endpointSchema = z.strictObject({
  protocol: z.enum(PROTOCOLS),
  host: hostSchema,
  port,
  path: z.string().regex(/^\/[\x21-\x7e]*$/u).max(500).optional(),
  /** smtp only: TLS from the first byte (RFC 8314 3.3); where absent, port 465 does and others don't. */
  implicitTls: z.boolean().optional(),
  expect: expectation.optional(),
  network: z.enum(["internet", "tslcd", "local"]),
  timeoutMs: z.number().int().min(100).max(60_000).optional(),
});
export type Endpoint = z.infer<typeof endpointSchema>;

export const systemSchema = z.strictObject({
  id,
  name: text,
  criticality: z.enum(["onestop", "shared", "other"]),
  status: z.enum(["active", "retired", "unverified"]),
  /** Who runs it: decides whether its loss points at the province's data centre or further. */
  scope: z.enum(["national", "province", "commune", "school", "local"]),
  supersededBy: id.optional(),
  /** Where the knowledge about the host comes from. */
  evidence: z.string().min(1).max(500),
  lastVerified: isoDate.nullable(),
  /** A system that is not enabled is listed and never probed. */
  enabled: z.boolean(),
  /** Systems that only servers reach: what to ask people instead of testing. */
  notTestable: z.strictObject({ ask: text }).optional(),
  note: text.optional(),
  endpoints: z.array(endpointSchema).max(20),
});
export type System = z.infer<typeof systemSchema>;

const literal = z.union([z.ipv4(), z.ipv6()]);
const region = z.enum(["domestic", "foreign"]);

export const controlsSchema = z.strictObject({
  /** Public resolvers to hold the office's own against. */
  resolvers: z.array(z.strictObject({ address: literal, port, label: z.string().max(100), region })).max(8),
  /** TCP targets by address, so that they need no DNS. */
  ipTargets: z.array(z.strictObject({ address: literal, port, label: z.string().max(100), region })).max(12),
  /** A name that always exists, to ask resolvers for. */
  knownName: hostSchema,
  /** A page over plain HTTP whose content is known (captive portals, suspended lines). */
  httpProbe: z.strictObject({
    host: hostSchema,
    port,
    path: z.string().regex(/^\/[\x21-\x7e]*$/u),
    status: z.number().int(),
    bodyIncludes: z.string().optional(),
  }),
  /** STUN servers for the quality of calls. */
  stun: z.array(z.strictObject({ host: hostSchema, port })).max(4).optional(),
});

export const profileSchema = z
  .strictObject({
    id,
    version: z.string().regex(/^\d+(\.\d+){0,2}$/u),
    name: text,
    issuedBy: z.string().min(1).max(200),
    issuedOn: isoDate,
    validUntil: isoDate.nullable(),
    unitList: z.string().min(1).max(100),
    controls: controlsSchema,
    systems: z.array(systemSchema).min(1).max(200),
  })
  .superRefine((profile, context) => {
    const seen = new Set<string>();
    profile.systems.forEach((system, index) => {
      if (seen.has(system.id))
        context.addIssue({ code: "custom", path: ["systems", index, "id"], message: `duplicate id`, input: system.id });
      seen.add(system.id);
    });
    profile.systems.forEach((system, index) => {
      if (system.supersededBy !== undefined && !seen.has(system.supersededBy))
        context.addIssue({ code: "custom", path: ["systems", index, "supersededBy"], message: "no such system", input: system.supersededBy });
    });
  });
export type Profile = z.infer<typeof profileSchema>;

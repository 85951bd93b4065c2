/** A small profile that is right in every part; tests break one thing at a time. */
export function sample() {
  return {
    id: "xa-mau",
    version: "1.2",
    name: { vi: "Mẫu", en: "Sample" },
    issuedBy: "Trung tâm",
    issuedOn: "2026-01-01",
    validUntil: "2027-01-01" as string | null,
    unitList: "vn-2025-07",
    controls: {
      resolvers: [{ address: "192.0.2.53", port: 53, label: "A", region: "domestic" }],
      ipTargets: [{ address: "2001:db8::1", port: 443, label: "B", region: "foreign" }],
      knownName: "example.test",
      httpProbe: { host: "example.test", port: 80, path: "/", status: 200 },
    },
    systems: [system("onestop"), system("docs"), { ...system("old"), status: "retired", supersededBy: "onestop" }],
  };
}

export function system(id: string) {
  return {
    id,
    name: { vi: id, en: id },
    criticality: "shared",
    status: "active",
    scope: "province",
    evidence: "test",
    lastVerified: null,
    enabled: true,
    endpoints: [{ protocol: "https", host: `${id}.example.test`, port: 443, path: "/", network: "internet" }],
  };
}

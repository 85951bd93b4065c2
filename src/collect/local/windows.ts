import { hostname, release } from "node:os";
import path from "node:path";
import type { CollectContext } from "../context/context.ts";
import { known, type LaterFacts, type LocalFacts, type LocalReader, type ProxyFacts, type Reading } from "./facts.ts";
import { systemFiles } from "./files.ts";
import { hostsFacts } from "./hosts.ts";
import { proxiesOfEnvironment } from "./proxy/environment.ts";
import { countersOf } from "./windows/facts/counters.ts";
import { interfaceOf, joined } from "./windows/facts/interfaces.ts";
import { leasesOf } from "./windows/facts/leases.ts";
import { neighboursOf } from "./windows/facts/neighbours.ts";
import { resolversOf } from "./windows/facts/resolvers.ts";
import { routesOf } from "./windows/facts/routes.ts";
import { proxyForUrls } from "./windows/native/proxy-for-url.ts";
import { readUserProxy, type UserProxy } from "./windows/native/winhttp.ts";
import { proxiesOf } from "./windows/proxies.ts";
import {
  readInterfaces,
  readNeighbours,
  readTables,
  type NeighbourTables,
  type WindowsTables,
} from "./windows/tables.ts";
import { both, told } from "./windows/told.ts";

/** Windows: its own tables, asked natively. No program is started, nothing depends on the language of the system. */
export function windowsReader(): LocalReader {
  return {
    before: (context) => Promise.resolve(before(context)),
    after: (context) => Promise.resolve(after(context)),
    proxyFor: (context, { settings }, urls, deadlineMs) => {
      const script = settings.find((one) => one.scheme === "pac" && one.source === "windowsRegistry")?.value ?? "";
      return proxyForUrls({ urls, script }, deadlineMs, context.signal);
    },
    neighbours: (context) =>
      Promise.resolve(neighbourFacts(readNeighbours(context.raw), namesOf(readInterfaces(context.raw)))),
  };
}

function before(context: CollectContext): LocalFacts {
  const file = path.win32.join(context.env["SystemRoot"] ?? "C:\\Windows", "System32", "drivers", "etc", "hosts");
  return {
    ...factsOf(readTables(context.raw, release())),
    hostsFile: hostsFacts(systemFiles("", context).read(file), file, hostname(), context.names),
    proxy: withEnvironment(context, told(context.raw, "WinHttpGetIEProxyConfigForCurrentUser", readUserProxy)),
  };
}

/** The facts that the tables hold. Pure. */
export function factsOf(tables: WindowsTables): Omit<LocalFacts, "hostsFile" | "proxy"> {
  const adapters = joined(tables);
  const all = adapters.known ? adapters.value : [];
  // A laptop without IPv6 may refuse that table.
  const without6 = !all.some((one) => one.adapter?.addresses.some(({ address }) => address.includes(":")));
  const six = tables.routes6.known || !without6 ? tables.routes6 : known([]);
  return {
    interfaces: adapters.known ? known(all.map((one) => interfaceOf(one, tables))) : adapters,
    leases: leasesOf(all, tables),
    routes: both(
      both(tables.routes4, six, (one, other) => [...one, ...other]),
      adapters,
      (rows) => routesOf(rows, all),
    ),
    resolvers: adapters.known ? known(resolversOf(all)) : adapters,
  };
}

function after(context: CollectContext): LaterFacts {
  const rows = readInterfaces(context.raw);
  return {
    neighbours: neighbourFacts(readNeighbours(context.raw), namesOf(rows)),
    counters: countersOf(rows.known ? rows.value : []),
  };
}

function namesOf(rows: ReturnType<typeof readInterfaces>): (index: number) => string {
  const names = new Map((rows.known ? rows.value : []).map((row) => [row.index, row.name]));
  return (index) => names.get(index) ?? `#${String(index)}`;
}

/** Neighbours of both families; those of IPv6 are left out where they were not told. */
export function neighbourFacts(
  { four, six }: NeighbourTables,
  nameOf: (index: number) => string,
): LaterFacts["neighbours"] {
  if (!four.known) return four;
  return known(neighboursOf([...four.value, ...(six.known ? six.value : [])], nameOf));
}

function withEnvironment(context: CollectContext, settings: Reading<UserProxy>): Reading<ProxyFacts> {
  const environment = proxiesOfEnvironment(context.env);
  if (!settings.known) return environment.settings.length === 0 ? settings : known(environment);
  const own = proxiesOf(settings.value);
  return known({
    settings: [...environment.settings, ...own.settings],
    bypass: [...environment.bypass, ...own.bypass],
  });
}

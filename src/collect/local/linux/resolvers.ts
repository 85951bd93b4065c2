import { known, notTold, type Reading, type ResolverFacts } from "../facts.ts";
import type { SystemFiles } from "../files.ts";
import { isOwnStub, parseResolvConf } from "./resolv-conf.ts";

const CONFIG = "/etc/resolv.conf";
/** Where the servers behind a forwarder of the system's own are written down. */
const BEHIND_STUB = ["/run/systemd/resolve/resolv.conf", "/run/NetworkManager/no-stub-resolv.conf"];

/** Servers as configured. A missing or empty file means that there are none: the runtime would say 127.0.0.1. */
export function readResolvers(files: SystemFiles): Reading<ResolverFacts> {
  const config = files.read(CONFIG);
  if (config.state === "unreadable") return notTold(`${CONFIG}: ${config.why}`);
  const told = parseResolvConf(config.state === "read" ? config.text : "", CONFIG);
  if (!told.servers.some(({ address }) => isOwnStub(address))) return known(told);
  for (const file of BEHIND_STUB) {
    const behind = files.read(file);
    if (behind.state !== "read") continue;
    const upstream = parseResolvConf(behind.text, file);
    return known({ servers: upstream.servers.filter(({ address }) => !isOwnStub(address)), search: told.search });
  }
  return known(told);
}

import { createSocket } from "node:dgram";
import { once } from "node:events";
import { getCACertificates } from "node:tls";
import type { CommandContext } from "../../base/context.ts";
import { isoWithOffset } from "../../base/local-time.ts";
import { shownTime } from "../../base/shown-time.ts";
import type { CollectContext } from "../../collect/context/context.ts";
import { inventory } from "../../collect/inventory/index.ts";
import { ffi } from "../../collect/local/windows/native/ffi.ts";
import { pingSeries } from "../../collect/ping/index.ts";
import { loadProfile } from "../../profile/load.ts";
import { DEFAULT_PROFILE } from "../shared/default-profile.ts";
import type { Row, RowState } from "./row.ts";

const INVENTORY_MS = 3000;
const ECHO_MS = 800;
const DAY_MS = 86_400_000;

/** Runtime, native calls, echo requests, datagrams, certificates. */
export async function machineRows(context: CommandContext, collect: CollectContext): Promise<Row[]> {
  const native = ffi() !== null;
  const echo = await pingSeries(collect, "127.0.0.1", {
    count: 1,
    intervalMs: 100,
    timeoutMs: ECHO_MS,
    deadlineMs: 2 * ECHO_MS,
  });
  const certificates = getCACertificates("system").length;
  return [
    one("runtime", `Node ${process.version}, ${process.platform} ${process.arch}`, "ok"),
    one("native", native ? "node:ffi" : null, native ? "ok" : context.platform === "win32" ? "problem" : "alone"),
    one("icmp", echo.available ? `${String(echo.received)}/${String(echo.sent)}` : null, echoState(echo)),
    await datagramRow(),
    one("certificates", String(certificates), certificates > 0 ? "ok" : "problem"),
  ];
}

function echoState(echo: Awaited<ReturnType<typeof pingSeries>>): RowState {
  if (!echo.available) return "unknown";
  return echo.received > 0 ? "ok" : "problem";
}

/** May the product send questions of its own, without the system's resolver? One to itself shows it. */
async function datagramRow(): Promise<Row> {
  const socket = createSocket("udp4");
  try {
    socket.bind(0, "127.0.0.1");
    await once(socket, "listening", { signal: AbortSignal.timeout(ECHO_MS) });
    const arrived = once(socket, "message", { signal: AbortSignal.timeout(ECHO_MS) });
    socket.send("q", socket.address().port, "127.0.0.1");
    await arrived;
    return one("datagrams", "127.0.0.1", "ok");
  } catch (error) {
    return one("datagrams", error instanceof Error ? error.message : String(error), "problem");
  } finally {
    socket.close();
  }
}

/** The clock, who keeps it, and the profile with its age. */
export async function datedRows(context: CommandContext, collect: CollectContext): Promise<Row[]> {
  const { profile } = await loadProfile(DEFAULT_PROFILE, context.dataDir, context.lang, context);
  const { evidence } = await inventory(collect, INVENTORY_MS);
  const now = context.now();
  const time = isoWithOffset(now, context.timeZone, "second");
  const service = evidence.timeService;
  const keeper = service === undefined ? null : `W32Time ${String(service.running)} ${service.source ?? ""}`.trim();
  // No clock can be right that stands before the day on which the profile was issued.
  const early = now < Date.parse(profile.issuedOn) - DAY_MS;
  const age = Math.floor((now - Date.parse(profile.issuedOn)) / DAY_MS);
  const expired = profile.validUntil !== null && now > Date.parse(profile.validUntil) + DAY_MS;
  const about = `${profile.id} ${profile.version}, ${shownTime(profile.issuedOn, false) ?? ""}, ${String(age)} d`;
  return [
    {
      ...one("clock", `${shownTime(time, true) ?? time} ${context.timeZone}`, early ? "problem" : "ok"),
      system: keeper,
    },
    one("profile", about, expired ? "problem" : "ok"),
  ];
}

function one(id: Row["id"], native: string | null, state: RowState): Row {
  return { id, subject: "", native, system: null, state };
}

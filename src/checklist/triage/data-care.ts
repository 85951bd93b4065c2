import type { Disposition } from "../../visit/schema.ts";
import { isDamaged } from "./battery.ts";
import { dataAtRisk, hasWetData, isSoaked, type DeviceFacts } from "./facts.ts";
import type { Standing } from "./rule.ts";

/** Types whose settings or memory cards tell about the office, though they carry no files of their own. */
const REMEMBERS: readonly string[] = [
  "printer_laser",
  "switch",
  "router_ont",
  "ap",
  "camera",
  "vc_set",
  "phone_fax",
  "radio",
];

const isGivenUp = (disposition: Disposition): boolean => disposition === "REPLACE" || disposition === "HAZARD";

/** Data without a copy, in a device that is not simply used on. What nobody knows counts once the device is in trouble. */
function isRescueDue(facts: DeviceFacts, disposition: Disposition): boolean {
  if (!facts.type.storage || disposition === "REUSE") return false;
  if (facts.data === "important" || facts.data === "secret") return true;
  return facts.data === "unknown" && (facts.water !== "none" || disposition !== "HOLD");
}

/** A wet disk is not touched but by specialists; what is dry or above the water is copied before anything is repaired. */
function rescueAdvice(facts: DeviceFacts, disposition: Disposition): string[] {
  if (hasWetData(facts) || (facts.data === "secret" && isSoaked(facts))) return ["disk_do_not"];
  if (disposition === "HOLD") return [];
  return isDamaged(facts) ? ["copy_data_no_cell"] : ["copy_data_first"];
}

/** A disk that is out of its machine, or is to be taken out before the machine goes: somebody must answer for it. */
function isDiskApart(facts: DeviceFacts, disposition: Disposition): boolean {
  if (!facts.type.storage) return false;
  if (facts.own("disk_out") === "co") return true;
  if (facts.data === "none") return false;
  const leaves =
    disposition === "REPAIR" || isGivenUp(disposition) || (facts.type.class === "storage" && isSoaked(facts));
  return leaves || (dataAtRisk(facts) && hasWetData(facts));
}

/** What the data in a device asks for. It hangs on the data, whatever the water did and whatever rule decided. */
export const DATA_RULES: readonly Standing[] = [
  {
    id: "data.secret",
    when: (f, so) => f.type.storage && f.data === "secret" && so.disposition !== "REUSE",
    flags: ["SECRET_SEAL"],
    advice: () => ["secret_report"],
    reason: {
      vi: "Có bí mật nhà nước: niêm phong trước khi rời chỗ",
      en: "State secrets: sealed before it leaves its place",
    },
    source: "secret",
  },
  {
    id: "data.rescue",
    when: (f, so) => isRescueDue(f, so.disposition),
    flags: ["DATA_FIRST"],
    advice: (f, so) => rescueAdvice(f, so.disposition),
    reason: {
      vi: "Dữ liệu quan trọng hoặc chưa rõ: cứu trước mọi việc khác",
      en: "Data that is important or not known: rescued before anything else",
    },
    source: "recovery",
  },
  {
    id: "data.backup",
    when: (f, so) => f.type.storage && so.disposition === "REUSE" && f.data === "important",
    advice: () => ["back_up_now"],
    reason: { vi: "Dữ liệu quan trọng chỉ có một bản", en: "Important data without a copy" },
    source: "practice",
  },
  {
    id: "data.destroy",
    when: (f, so) => f.type.storage && isGivenUp(so.disposition) && f.data === "secret",
    advice: () => ["secret_destroy"],
    reason: { vi: "Vật mang bí mật nhà nước không thanh lý", en: "What carries state secrets is not written off" },
    source: "secret",
  },
  {
    id: "data.wipe",
    when: (f, so) => f.type.storage && isGivenUp(so.disposition) && f.data !== "secret",
    advice: () => ["wipe_or_destroy"],
    reason: {
      vi: "Ổ đĩa rời cơ quan mang theo dữ liệu cá nhân",
      en: "A disk that leaves the office takes personal data with it",
    },
    source: "personal",
  },
  {
    id: "data.custody",
    when: (f, so) => isDiskApart(f, so.disposition),
    advice: () => ["disk_custody"],
    reason: {
      vi: "Ổ đĩa tháo rời hoặc theo máy ra ngoài: phải có người chịu trách nhiệm",
      en: "A disk that is out or leaves with its machine: somebody must answer for it",
    },
    source: "personal",
  },
  {
    id: "data.memory",
    when: (f, so) => !f.type.storage && isGivenUp(so.disposition) && REMEMBERS.includes(f.type.id),
    advice: () => ["clear_memory"],
    reason: { vi: "Thiết bị nhớ cấu hình, danh bạ, bản in", en: "It remembers settings, address books, print jobs" },
    source: "personal",
  },
];

import type { ObservationOf } from "../../evidence/schema.ts";

type Kind = ObservationOf<"lanDevice">["evidence"]["kind"];

/** What is known of a device when its kind is guessed. */
export interface DeviceHints {
  readonly openPorts: readonly number[];
  readonly vendor: string | null;
  readonly isGateway: boolean;
}

/**
 * TCP ports that tell what a device is: raw printing, LPD, IPP; Windows sharing and remote desktop; video streams and
 * the maintenance ports of the two camera makers of every market; shells, web pages, SIP, storage.
 */
export const TELLING_PORTS = [
  9100, 515, 631, 445, 139, 135, 3389, 554, 8000, 37777, 22, 23, 80, 443, 5060, 5000, 53,
] as const;

interface Rule {
  readonly kind: Kind;
  /** One of these ports is open. */
  readonly ports?: readonly number[];
  readonly without?: readonly number[];
  readonly vendor?: RegExp;
}

/** First match wins. Makers of everything (HP, Samsung, TP-Link) are named only together with a port. */
const RULES: readonly Rule[] = [
  { kind: "printer", ports: [9100, 515] },
  { kind: "printer", ports: [631], without: [445, 3389, 22] },
  { kind: "nas", vendor: /synology|qnap|asustor|western digital|buffalo/iu, ports: [445, 5000, 80, 443, 22] },
  { kind: "camera", vendor: /hikvision|dahua|hangzhou ezviz|axis comm|uniview|kbvision|vivotek/iu },
  { kind: "camera", ports: [554, 37777], without: [445, 3389] },
  { kind: "computer", ports: [445, 139, 135, 3389] },
  { kind: "phone", vendor: /yealink|grandstream|fanvil|polycom|snom|avaya/iu },
  { kind: "phone", ports: [5060], without: [22] },
  { kind: "accessPoint", vendor: /ubiquiti|ruckus|aruba|meraki|engenius|cambium/iu },
  {
    kind: "switch",
    vendor: /cisco|juniper|h3c|ruijie|extreme|brocade|planet tech|allied telesis|netgear|d-link|tp-link|zyxel|tenda/iu,
    ports: [22, 23, 80, 443],
  },
  {
    kind: "printer",
    vendor: /brother|canon|epson|ricoh|kyocera|lexmark|konica|xerox|oki electric|fuji xerox|toshiba tec|zebra/iu,
  },
  {
    kind: "computer",
    ports: [22],
    vendor:
      /dell|lenovo|hewlett|acer|asus|msi|gigabyte|intel|apple|vmware|fujitsu|micro-star|wistron|pegatron|elitegroup/iu,
  },
];

/** The kind of a device by its open ports and its maker; `unknown` rather than a wild guess. Pure. */
export function kindOf(device: DeviceHints): Kind {
  if (device.isGateway) return "router";
  const has = (ports: readonly number[]): boolean => ports.some((port) => device.openPorts.includes(port));
  const rule = RULES.find(
    ({ ports, without, vendor }) =>
      (ports === undefined || has(ports)) &&
      (without === undefined || !has(without)) &&
      (vendor === undefined || vendor.test(device.vendor ?? "")),
  );
  return rule?.kind ?? "unknown";
}

import { NO_DEVICE_TEXTS } from "./device-texts.ts";
import type { Device } from "./schema.ts";
import { uuid7 } from "./uuid7.ts";

/** What a new record needs from outside: the laptop's clock, milliseconds since the epoch, and randomness. */
export interface DeviceInit {
  now(): number;
  randomBytes(size: number): Uint8Array;
}

/** A record of which nothing is known yet, not even what it is. */
export function blankDevice(): Device {
  return {
    id: "",
    type: "",
    quantity: 1,
    ...NO_DEVICE_TEXTS,
    answers: {},
    photos: [],
    lanAddress: null,
    triage: null,
    override: null,
    done: false,
  };
}

/** An empty record of a type, not done, with what is known already. Not stored yet. */
export function newDevice(init: DeviceInit, type: string, facts: Partial<Device> = {}): Device {
  return { ...blankDevice(), id: uuid7(init.now(), init.randomBytes(10)), type, ...facts };
}

import type { ClockPort } from '../ports'
import type { Time } from './model'

const MILLISECOND_DIGITS = 9
const COUNTER_DIGITS = 4
const COUNTER_LIMIT = 36 ** COUNTER_DIGITS

/**
 * A hybrid logical clock that only ever moves forward on this device, whatever the system clock does. It does not
 * follow other devices' times: versions know what they have seen, so a colleague's wrong clock stays the colleague's.
 */
export class HybridClock {
  private millisecond = 0
  private counter = 0

  constructor(private readonly clock: ClockPort) {}

  /** Takes note of a time this device has given before: in an earlier run, or in a copy of the library. */
  advancePast(time: Time): void {
    const millisecond = millisecondOf(time)
    const counter = Number.parseInt(time.slice(MILLISECOND_DIGITS), 36)
    if (millisecond < this.millisecond || (millisecond === this.millisecond && counter <= this.counter)) return
    this.millisecond = millisecond
    this.counter = counter
  }

  /** A time later than every time given before. */
  next(): Time {
    const now = this.clock.now()
    if (now > this.millisecond) {
      this.millisecond = now
      this.counter = 0
    } else if (++this.counter === COUNTER_LIMIT) {
      this.millisecond++
      this.counter = 0
    }
    return timeAt(this.millisecond, this.counter)
  }
}

/** The time of a millisecond since 1970 and the counter within it. */
export function timeAt(millisecond: number, counter: number): Time {
  return digits(millisecond, MILLISECOND_DIGITS) + digits(counter, COUNTER_DIGITS)
}

/** The wall-clock part of a time, in milliseconds since 1970. */
export function millisecondOf(time: Time): number {
  return Number.parseInt(time.slice(0, MILLISECOND_DIGITS), 36)
}

function digits(value: number, length: number): string {
  return Math.max(0, Math.floor(value)).toString(36).padStart(length, '0')
}

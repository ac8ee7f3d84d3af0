import type { Fault } from '../fault'
import { backups } from './backups'
import { clock } from './clock'
import { diskFull } from './disk-full'
import { ioError } from './io-error'
import { kill } from './kill'
import { newerSchema } from './newer-schema'
import { powerCut } from './power-cut'
import { powerLoss } from './power-loss'
import { purge } from './purge'
import { readOnlyFolder } from './read-only'
import { snapshotDamage } from './snapshot-damage'
import { suspended } from './suspended'
import { tornTail } from './torn-tail'
import { twoProcesses } from './two-processes'

/** Every row of the table of faults. */
export const faults: Fault[] = [
  kill, powerCut, powerLoss, tornTail, diskFull, ioError, readOnlyFolder, twoProcesses, suspended, snapshotDamage, newerSchema, clock, backups, purge,
]

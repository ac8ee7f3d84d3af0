import type { Reshape } from '#api'

/** An operation on a part of a draft's text, with offsets into the whole of it. */
export function inWhole(operation: Reshape, partStart: number): Reshape {
  switch (operation.kind) {
    case 'splitCase':
    case 'splitSection':
      return { ...operation, at: operation.at + partStart }
    case 'moveSection':
      return { ...operation, to: operation.to + partStart }
    case 'moveBorder':
      // Below 0 it counts back into the case before.
      return operation.to < 0 ? operation : { ...operation, to: operation.to + partStart }
    case 'leaveOut':
    case 'takeIn':
      return { ...operation, start: operation.start + partStart, end: operation.end + partStart }
    default:
      return operation
  }
}

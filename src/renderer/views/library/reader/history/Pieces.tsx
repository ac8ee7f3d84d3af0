import type { TextPiece } from '#api'
import { Fragment } from 'react'

/** How much of what did not change is shown before and behind a change, in characters. */
const CONTEXT = 40
const ELLIPSIS = '……'

/** A text with what was added and removed in it. */
export function Pieces({ pieces, whole }: { pieces: TextPiece[]; whole: boolean }) {
  return pieces.map(({ kind, text }, index) => {
    if (kind === 'added') return <ins key={index}>{text}</ins>
    if (kind === 'removed') return <del key={index}>{text}</del>
    return <Fragment key={index}>{whole ? text : shortened(text, index === 0, index === pieces.length - 1)}</Fragment>
  })
}

/** The ends that lie next to a change; a text that is not much longer than them stays whole. */
function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  const characters = [...text]
  if (characters.length <= CONTEXT * 2 + ELLIPSIS.length || (isFirst && isLast)) return text
  const head = isFirst ? '' : characters.slice(0, CONTEXT).join('')
  const tail = isLast ? '' : characters.slice(-CONTEXT).join('')
  return head + ELLIPSIS + tail
}

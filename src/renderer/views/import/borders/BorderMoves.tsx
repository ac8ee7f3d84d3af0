import type { Draft, Reshape } from '#api'
import { createContext, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useTexts } from '../../../i18n'
import { blocksShown, readingBlocks, type ShownBlock } from '../reading-blocks'
import styles from './borders.module.css'
import { CaseBefore } from './CaseBefore'
import { casePlaces, moveTo, nearest, sectionPlaces, type Border, type Place, type Places } from './places'
import { useEdgeScroll } from './useEdgeScroll'

/** What a handle of a border asks for. */
export interface BorderControls {
  /** A drag begins, by the handle given. */
  begin(border: Border, handle: HTMLElement): void
  aim(y: number): void
  drop(): void
  giveUp(): void
  /** Moves the border by a paragraph at once. */
  step(border: Border, direction: 1 | -1): void
}

export const BorderControlsContext = createContext<BorderControls | null>(null)

interface Move {
  border: Border
  places: Places
  /** Heights of the places within the text. */
  tops: number[]
  at: number
  handle: HTMLElement
  dropped: boolean
}

export interface BorderMovesProps {
  draft: Draft
  shown: readonly ShownBlock[]
  before: Draft | null
  /** Of the draft before, too, only sections are shown. */
  isRow: boolean
  scroller: RefObject<HTMLElement | null>
  onShape: (operation: Reshape) => void | Promise<void>
  children: ReactNode
}

/** The text of a draft whose borders can be dragged: shows where one would fall, and makes one step of it when it is dropped. */
export function BorderMoves({ draft, shown, before, isRow, scroller, onShape, children }: BorderMovesProps) {
  const { t } = useTranslation('import')
  const { roles } = useTexts()
  const text = useRef<HTMLDivElement>(null)
  const [move, setMove] = useState<Move | null>(null)
  const [said, setSaid] = useState('')
  const isBusy = useRef(false)
  const shownBefore = useMemo(
    () => (before === null ? [] : blocksShown(before, readingBlocks(before).filter(({ section }) => section !== null || !isRow))),
    [before, isRow],
  )
  const isDragging = move !== null && !move.dropped

  const placesOf = (border: Border): Places => {
    if (border.kind === 'section') return sectionPlaces(draft, shown, border.id)
    return before === null ? { all: [], home: 0 } : casePlaces(draft, shown, before, shownBefore)
  }
  const saying = (border: Border, { words }: Place): string => {
    if (border.kind === 'case') return t('border.caseAt', { words })
    const section = draft.sections.find(({ id }) => id === border.id)
    return t('border.sectionAt', { heading: section === undefined || section.heading === '' ? roles[section?.role ?? 'other'] : section.heading, words })
  }
  /** What comes and goes above the handle does not move it under the pointer. */
  const keepingInPlace = (handle: HTMLElement, change: () => void) => {
    const top = handle.getBoundingClientRect().top
    flushSync(change)
    scroller.current?.scrollBy(0, handle.getBoundingClientRect().top - top)
  }
  const end = ({ handle }: Move) => keepingInPlace(handle, () => setMove(null))

  const begin = (border: Border, handle: HTMLElement) => {
    if (isBusy.current) return
    const places = placesOf(border)
    const taken: Move = { border, places, tops: [], at: places.home, handle, dropped: false }
    keepingInPlace(handle, () => setMove(taken))
    const from = text.current!.getBoundingClientRect().top
    const tops = places.all.map(({ to }) => (text.current!.querySelector(`[data-place="${to}"]`)?.getBoundingClientRect().top ?? NaN) - from)
    // The pointer may rest from here on, and where it is counts at once.
    flushSync(() => setMove({ ...taken, tops }))
  }
  const aim = (y: number) => {
    if (move === null || move.dropped || move.tops.length === 0) return
    const at = nearest(move.tops, y - text.current!.getBoundingClientRect().top)
    if (at === move.at) return
    setMove({ ...move, at })
    setSaid(saying(move.border, move.places.all[at]!))
  }
  const giveUp = () => {
    if (move === null || move.dropped) return
    end(move)
    setSaid(t('border.givenUp'))
  }
  const drop = async () => {
    if (move === null || move.dropped) return
    if (move.at === move.places.home) return giveUp()
    const dropped = { ...move, dropped: true }
    setMove(dropped)
    await shape(move.border, move.places.all[move.at]!)
    end(dropped)
  }
  const step = async (border: Border, direction: 1 | -1) => {
    if (isBusy.current || move !== null) return
    const { all, home } = placesOf(border)
    const place = all[home + direction]
    if (place === undefined) return setSaid(t('border.limit'))
    setSaid(saying(border, place))
    await shape(border, place)
  }
  const shape = async (border: Border, place: Place) => {
    isBusy.current = true
    await onShape(moveTo(draft.draftId, border, place))
    // The next one is counted from the text as it lies then.
    await new Promise((resolve) => setTimeout(resolve))
    isBusy.current = false
  }

  const follow = useEdgeScroll(scroller, isDragging, aim)
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopImmediatePropagation()
    giveUp()
  })
  useEffect(() => {
    if (!isDragging) return
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [isDragging])

  const latest = useRef<BorderControls | null>(null)
  useLayoutEffect(() => {
    latest.current = {
      begin, drop: () => void drop(), giveUp, step: (border, direction) => void step(border, direction),
      aim(y) {
        follow(y)
        aim(y)
      },
    }
  })
  // The same through all moves, so that the text is not drawn again at each.
  const controls = useMemo((): BorderControls => ({
    begin: (border, handle) => latest.current?.begin(border, handle),
    aim: (y) => latest.current?.aim(y),
    drop: () => latest.current?.drop(),
    giveUp: () => latest.current?.giveUp(),
    step: (border, direction) => latest.current?.step(border, direction),
  }), [])
  const [home, target] = [move?.tops[move.places.home], move?.tops[move.at]]

  return (
    <BorderControlsContext value={controls}>
      <div className={styles.moves} ref={text} data-moving={move !== null || undefined}>
        {move?.border.kind === 'case' && before !== null && <CaseBefore draft={before} shown={shownBefore} />}
        {children}
        {home !== undefined && target !== undefined && (
          <>
            <div className={styles.band} style={{ top: Math.min(home, target), height: Math.abs(target - home) }} />
            <div className={styles.line} style={{ top: target }} data-dropped={move!.dropped || undefined}>
              <span>{saying(move!.border, move!.places.all[move!.at]!)}</span>
            </div>
          </>
        )}
        <div role="status" aria-live="polite" className={styles.said}>{said}</div>
      </div>
    </BorderControlsContext>
  )
}

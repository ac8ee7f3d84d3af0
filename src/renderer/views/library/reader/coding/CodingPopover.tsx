import type { CaseDetail, FactKind } from '#api'
import { Button } from 'antd'
import { useEffect, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../../../app/client'
import { useChange } from '../../../../app/useChange'
import { useCapabilities } from '../../../../app/useStatus'
import { Icon } from '../../../../components/Icon'
import { sourceOf } from '../../../../components/plain-text'
import { FactKindMenu } from '../facts/FactKindMenu'
import { ThemePicker } from './ThemePicker'
import { useSelectedPassage, type SelectedPassage } from './useSelectedPassage'
import styles from './coding.module.css'

interface CodingPopoverProps {
  item: CaseDetail['case']
  /** The element that scrolls the text; the popover lies over its parent. */
  scroller: RefObject<HTMLElement | null>
}

const HEIGHT = 330
const WIDTH = 300
const GAP = 8

/** Beside words selected in the text: codes them to a theme. */
export function CodingPopover({ item, scroller }: CodingPopoverProps) {
  const { write } = useCapabilities()
  const [passage, clear] = useSelectedPassage(scroller, write)

  useEffect(() => {
    const element = scroller.current
    if (passage === null || element === null) return
    element.addEventListener('scroll', clear, { once: true, passive: true })
    return () => element.removeEventListener('scroll', clear)
  }, [passage, scroller, clear])

  if (passage === null) return null
  const key = `${passage.field} ${passage.text}`
  return <Choice key={key} item={item} passage={passage} scroller={scroller} onClose={clear} />
}

function Choice({ item, passage, scroller, onClose }: CodingPopoverProps & { passage: SelectedPassage; onClose: () => void }) {
  const { t } = useTranslation('library')
  const client = useClient()
  const change = useChange()
  const [choosing, setChoosing] = useState(false)
  const [place] = useState(() => placeBeside(passage.range, scroller.current?.parentElement ?? null))

  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onClose()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [onClose])

  // The selection is gone as soon as the field has the focus, so the words are marked on their own.
  useEffect(() => {
    if (!choosing) return
    CSS.highlights.set('pointed', new Highlight(passage.range))
    return () => void CSS.highlights.delete('pointed')
  }, [choosing, passage])

  const take = (run: (place: { id: string; field: string; quote: string; start: number | undefined }) => Promise<unknown>, done: string): void => {
    const source = item.sections.find(({ id }) => passage.field === `sections/${id}`)?.text ?? ''
    const found = sourceOf(source, passage.text, passage.earlier)
    window.getSelection()?.removeAllRanges()
    onClose()
    void change(() => run({ id: item.id, field: passage.field, quote: found?.text ?? passage.text, start: found?.start }), { done, undo: true })
      .then(() => scroller.current?.focus({ preventScroll: true }))
  }
  const code = (theme: string, name: string): void => take((place) => client.coding.code({ ...place, theme }), t('coding.done', { theme: name }))
  const note = (kind: FactKind, name: string): void => take((place) => client.facts.add({ ...place, kind }), t('facts.added', { kind: name }))

  return (
    <div className={styles.popover} style={choosing ? place.panel : place.button} data-choosing={choosing || undefined}>
      {choosing
        ? <ThemePicker quote={passage.text} onChoose={code} />
        : (
            <>
              <Button size="small" icon={<Icon name="theme" size={15} />} onClick={() => setChoosing(true)}>{t('coding.select')}</Button>
              <FactKindMenu onChoose={note} />
            </>
          )}
    </div>
  )
}

/** Below the end of the range; above it where the window ends. */
function placeBeside(range: Range, parent: HTMLElement | null): { button: object; panel: object } {
  const around = parent?.getBoundingClientRect() ?? new DOMRect()
  const lines = range.getClientRects()
  const first = lines[0] ?? range.getBoundingClientRect()
  const last = lines[lines.length - 1] ?? first
  const left = Math.max(GAP, Math.min(last.right - around.left - 24, around.width - WIDTH - GAP))
  const below = last.bottom - around.top + GAP
  const fits = below + HEIGHT < around.height
  const under = { left, top: Math.min(below, around.height - 44) }
  return {
    button: under,
    panel: fits ? under : { left, bottom: Math.max(GAP, Math.min(around.bottom - first.top + GAP, around.height - HEIGHT - GAP)) },
  }
}

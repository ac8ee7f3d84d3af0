import type { Draft, Reshape, TextRange } from '#api'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './draft.module.css'
import type { ShownBlock } from './reading-blocks'
import { ReadingLine } from './ReadingLine'
import { SectionHead } from './SectionHead'
import shaping from './shaping.module.css'

/** Sections' ids are their places in the whole draft. */
const FIRST_SECTION = 's1'

export interface RepairedReadingProps {
  draft: Draft
  blocks: readonly ShownBlock[]
  currentId: string | null
  onSpot: (repairId: string) => void
  onShape: (operation: Reshape) => unknown
}

/** The sections of a draft as they will read, every repair marked at its place; at each paragraph it can be cut. */
export function RepairedReading({ draft, blocks, currentId, onSpot, onShape }: RepairedReadingProps) {
  const { t } = useTranslation('import')
  const { original, repairs, draftId, layout } = draft
  const isOut = ({ start, end }: TextRange) => {
    const saidTo = start + original.slice(start, end).trimEnd().length
    return layout.leftOut.some((out) => out.start <= start && saidTo <= out.end)
  }
  return blocks.map((block, index) => {
    const { section, paragraphs } = block
    // What is first in a later part goes on from the part before.
    const isLater = draft.part > 0 && index === 0
    return (
      <div key={section?.id ?? block.start} className={section === null ? styles.outside : styles.section} data-place={paragraphs[0]?.start}>
        {section === null
          ? <h3 className={styles.outsideHead}>{t('reading.outside')}</h3>
          : (
              <SectionHead
                key={`${section.id} ${section.heading}`} draftId={draftId} section={section}
                first={section.id === FIRST_SECTION} movable={section !== draft.sections[0]} out={isOut(block)} onShape={onShape}
              />
            )}
        <div>
          {paragraphs.map((paragraph, place) => {
            const { start, end } = paragraph
            return (
              <div key={start} className={shaping.paragraph} data-place={start} data-out={isOut(paragraph) || undefined}>
                <div className={shaping.cut} role="group" aria-label={t('shape.here', { words: original.slice(start, start + 12).trim() })}>
                  {(section === null || place > 0 || isLater) && <Button type="text" size="small" onClick={() => onShape({ kind: 'splitSection', draftId, at: start })}>{t('shape.splitSection')}</Button>}
                  {(index > 0 || place > 0 || isLater) && <Button type="text" size="small" onClick={() => onShape({ kind: 'splitCase', draftId, at: start })}>{t('shape.splitCase')}</Button>}
                  {section !== null && !isOut(paragraph) && (
                    <Button type="text" size="small" onClick={() => onShape({ kind: 'leaveOut', draftId, start, end })}>{t('shape.leaveOut')}</Button>
                  )}
                </div>
                <ReadingLine original={original} range={paragraph} repairs={repairs} isMarkdown={draft.isMarkdown} currentId={currentId} onSpot={onSpot} />
                {isOut(paragraph) && (
                  <Button type="link" size="small" onClick={() => onShape({ kind: 'takeIn', draftId, start, end })}>{t('shape.takeIn')}</Button>
                )}
              </div>
            )
          })}
        </div>
      </div>
    )
  })
}

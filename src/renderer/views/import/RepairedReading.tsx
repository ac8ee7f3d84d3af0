import type { Repair } from '#api'
import { useTranslation } from 'react-i18next'
import { useTexts } from '../../i18n'
import styles from './draft.module.css'
import { shownBlocks, type Block } from './reading-blocks'
import { repairPieces } from './repair-pieces'
import { RepairSpot } from './RepairSpot'

export interface RepairedReadingProps {
  original: string
  repairs: readonly Repair[]
  blocks: readonly Block[]
  currentId: string | null
  onSpot: (repairId: string) => void
}

/** The sections of a draft as they will read, every repair marked at its place. */
export function RepairedReading({ original, repairs, blocks, currentId, onSpot }: RepairedReadingProps) {
  const { t } = useTranslation('import')
  const texts = useTexts()
  return shownBlocks(original, blocks, repairs).map((block) => {
    const pieces = repairPieces(original, repairs, block.start, block.end)
    const { section } = block
    return (
      <div key={block.start} className={section === null ? styles.outside : styles.section}>
        {section === null
          ? <h3 className={styles.outsideHead}>{t('reading.outside')}</h3>
          : <h3 className={styles.sectionHead}>{section.heading === '' ? texts.roles[section.role] : section.heading}</h3>}
        <p className={styles.text}>
          {pieces.map((piece) => piece.kind === 'text'
            ? piece.text
            : <RepairSpot key={piece.repair.id} repair={piece.repair} current={piece.repair.id === currentId} onSelect={() => onSpot(piece.repair.id)} />)}
        </p>
      </div>
    )
  })
}

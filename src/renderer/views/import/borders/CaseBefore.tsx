import type { Draft } from '#api'
import { useTranslation } from 'react-i18next'
import { ReadingLine } from '../ReadingLine'
import type { ShownBlock } from '../reading-blocks'
import styles from './borders.module.css'
import { tailOf } from './places'

/** The end of the case before, to be seen while the border to it is moved; nothing in it can be used meanwhile. */
export function CaseBefore({ draft, shown }: { draft: Draft; shown: readonly ShownBlock[] }) {
  const { t } = useTranslation('import')
  const { original, repairs, isMarkdown, title } = draft
  return (
    <div className={styles.before} inert>
      <p className={styles.beforeTitle}>{t('border.before', { title: title === '' ? t('list.untitled') : title })}</p>
      {tailOf(shown).map(({ start: from, section, paragraphs }) => (
        <div key={from} data-place={paragraphs[0]!.start - original.length}>
          {section !== null && section.heading !== '' && <p className={styles.beforeHeading}>{section.heading}</p>}
          {paragraphs.map((range) => (
            <div key={range.start} data-place={range.start - original.length}>
              <ReadingLine original={original} range={range} repairs={repairs} isMarkdown={isMarkdown} currentId={null} onSpot={() => undefined} />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

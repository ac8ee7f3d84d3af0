import type { Draft } from '#api'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../app/client'
import { TagOffers } from '../../components/tag-offers/TagOffers'
import { useTexts } from '../../i18n'
import type { DraftEdit } from './decisions'
import styles from './draft.module.css'

/** Characters of a draft that tags are looked for in. */
const READ = 20_000

/** The tags a draft will have, with others offered from its text; none is taken unless it is clicked. */
export function DraftTags({ draft, onEdit }: { draft: Draft; onEdit: (change: DraftEdit) => void }) {
  const { t } = useTranslation('library')
  const { fields } = useTexts()
  const id = useId()
  const { data } = useQuery(useApi().suggestions.forText.queryOptions({
    input: { texts: [draft.title, draft.sections.map(({ text }) => text).join('\n').slice(0, READ)], tags: draft.tags },
  }))
  return (
    <div className={styles.tags}>
      <span className={styles.fieldLabel}><label htmlFor={id}>{fields.tags}</label></span>
      <Select
        id={id} mode="tags" className={styles.tagsInput!} value={draft.tags} open={false} suffixIcon={null} aria-label={fields.tags}
        onChange={(tags: string[]) => onEdit({ tags: tags.map((tag) => tag.trim().slice(0, 80)).filter((tag) => tag !== '') })}
      />
      {data !== undefined && data.tags.length > 0 && (
        <div role="group" aria-label={t('suggestions.tags')}>
          <TagOffers offers={data.tags.slice(0, 8)} onTake={(tag) => onEdit({ tags: [...draft.tags, tag] })} />
        </div>
      )}
    </div>
  )
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Checkbox, Input } from 'antd'
import { useDeferredValue, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../app/client'
import { Icon } from '../../components/Icon'
import styles from './choose.module.css'
import { MOST_CASES } from './limits'

export interface CasePickerProps {
  chosen: readonly string[]
  /** In the order in which they were ticked. */
  onChange: (ids: string[]) => void
}

/** The library's cases to tick, found by whatever the search finds; not more than a comparison takes. */
export function CasePicker({ chosen, onChange }: CasePickerProps) {
  const { t } = useTranslation('compare')
  const api = useApi()
  const [typed, setTyped] = useState('')
  const query = useDeferredValue(typed.trim())
  const { data } = useQuery(api.cases.list.queryOptions({
    input: query === '' ? {} : { query },
    placeholderData: keepPreviousData,
  }))
  const cases = data?.cases ?? []
  const full = chosen.length >= MOST_CASES
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: cases.length, getScrollElement: () => scroller.current, estimateSize: () => 52, overscan: 10,
    getItemKey: (index) => cases[index]!.id,
  })

  return (
    <div className={styles.picker}>
      <Input
        value={typed} onChange={(event) => setTyped(event.target.value)} allowClear prefix={<Icon name="search" size={16} />}
        placeholder={t('empty.search')} aria-label={t('empty.search')}
      />
      <div ref={scroller} className={styles.cases} role="group" aria-label={t('empty.list')}>
        {cases.length === 0 && data !== undefined && <p className={styles.none}>{t('empty.none')}</p>}
        <ul style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const each = cases[index]!
            const ticked = chosen.includes(each.id)
            return (
              <li key={key} style={{ transform: `translateY(${start}px)` }}>
                <Checkbox
                  checked={ticked} disabled={!ticked && full} className={styles.case}
                  onChange={() => onChange(ticked ? chosen.filter((id) => id !== each.id) : [...chosen, each.id])}
                >
                  <span className={styles.caseTitle}>{each.title}</span>
                  <span className={styles.caseFacts}>
                    {[each.organisation, each.modelName, each.region.province].filter((word) => word !== '' && word !== each.title).join(' · ')}
                  </span>
                </Checkbox>
              </li>
            )
          })}
        </ul>
      </div>
      {full && <p className={styles.full} role="status">{t('empty.tooMany')}</p>}
    </div>
  )
}

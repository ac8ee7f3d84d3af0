import { Button, Input, type InputRef } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldLabel } from '../../../../components/field-label'
import { Icon } from '../../../../components/Icon'
import { useLanguage, useTexts } from '../../../../i18n'
import type { Marks } from '../useMarks'
import type { Find } from './useFind'
import styles from './find.module.css'

interface FindBarProps {
  find: Find
  marks: Marks
  onClose: () => void
}

/** Looks for words in the open case: Enter goes to the next, with Shift to the one before, Escape closes. */
export function FindBar({ find, marks, onClose }: FindBarProps) {
  const { t } = useTranslation(['search', 'library'])
  const texts = useTexts()
  const language = useLanguage()
  const field = useRef<InputRef>(null)
  const { wishes } = find
  useEffect(() => field.current?.focus({ cursor: 'all' }), [wishes])
  const blank = (find.text ?? '').trim() === ''
  const counted = (): string => {
    if (marks.count > 0) return t('find.count', { current: marks.current + 1, count: marks.count })
    if (find.matches.length === 0) return t('find.none')
    // What an attachment says is not on the page.
    const fields = new Set(find.matches.map(({ field }) => fieldLabel(field, texts)))
    return t('find.elsewhere', { fields: new Intl.ListFormat(language, { type: 'unit' }).format(fields) })
  }

  return (
    <div className={styles.bar} role="search" aria-label={t('find.label')}>
      <Input
        ref={field} value={find.text ?? ''} aria-label={t('find.label')} placeholder={t('find.label')} maxLength={1000}
        prefix={<Icon name="search" size={15} />} autoComplete="off"
        onChange={(event) => find.setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') marks.go(event.shiftKey ? -1 : 1)
          else if (event.key === 'Escape') onClose()
          else return
          event.preventDefault()
        }}
      />
      <span className={styles.count} role="status">
        {blank ? '' : counted()}
      </span>
      <Button type="text" size="small" disabled={blank || marks.count === 0} aria-label={t('library:reader.previousHit')} title={t('library:reader.previousHit')} icon={<Icon name="up" size={16} />} onClick={() => marks.go(-1)} />
      <Button type="text" size="small" disabled={blank || marks.count === 0} aria-label={t('library:reader.nextHit')} title={t('library:reader.nextHit')} icon={<Icon name="down" size={16} />} onClick={() => marks.go(1)} />
      <Button type="text" size="small" aria-label={t('find.close')} title={t('find.close')} icon={<Icon name="close" size={15} />} onClick={onClose} />
    </div>
  )
}

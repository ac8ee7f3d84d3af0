import { SectionRole, type ColumnUse, type PreviewTable } from '#api'
import { Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTexts } from '../../i18n'
import styles from './columns.module.css'

const FIELDS = ['title', 'organisation', 'modelName', 'region', 'province', 'city', 'period', 'tags', 'sources', 'notes'] as const

export interface ColumnMappingProps {
  table: PreviewTable
  onChange: (columns: ColumnUse[]) => void
}

/** What each column of a table becomes, with what stands in it; a change makes the drafts again at once. */
export function ColumnMapping({ table, onChange }: ColumnMappingProps) {
  const { t } = useTranslation('import')
  const texts = useTexts()
  const [open, setOpen] = useState(false)
  const options = [
    ...FIELDS.map((field) => ({ value: field as string, label: field === 'province' || field === 'city' ? t(`fields.${field}`) : texts.fields[field] })),
    ...SectionRole.options.map((role) => ({ value: `section ${role}`, label: t('shape.sectionOf', { role: texts.roles[role] }) })),
    { value: 'none', label: t('shape.ignored') },
  ]
  const change = (at: number, value: string) => onChange(table.columns.map(({ use, heading }, index) => (index === at ? columnUse(value, heading) : use)))
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>{table.name === '' ? t('shape.columns') : t('shape.columnsOf', { name: table.name })}</Button>
      <Modal title={t('shape.columns')} open={open} footer={null} width={720} onCancel={() => setOpen(false)}>
        <p className={styles.note}>{table.remembered ? t('shape.remembered') : t('shape.willRemember')}</p>
        <table className={styles.columns}>
          <thead>
            <tr>{(['column', 'samples', 'becomes'] as const).map((name) => <th key={name} scope="col">{t(`shape.${name}`)}</th>)}</tr>
          </thead>
          <tbody>
            {table.columns.map(({ heading, use, samples }, index) => (
              <tr key={index}>
                <th scope="row">{heading}</th>
                <td className={styles.samples}>{samples.join(' · ')}</td>
                <td>
                  <Select
                    className={styles.use} value={use.field === 'section' ? `section ${use.role}` : use.field} options={options}
                    aria-label={t('shape.useOf', { heading })} onChange={(value) => change(index, value)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Modal>
    </>
  )
}

function columnUse(value: string, heading: string): ColumnUse {
  if (!value.startsWith('section ')) return { field: value } as ColumnUse
  return { field: 'section', role: SectionRole.parse(value.slice('section '.length)), heading: heading.slice(0, 200) }
}

import type { ReportFormat } from '#api'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../app/client'
import { useFailure } from '../../app/useFailure'
import { saveFile } from '../../client'
import { Icon } from '../../components/Icon'
import { useLanguage } from '../../i18n'

/** The one to read first. */
const FORMATS = ['html', 'md', 'csv'] as const satisfies ReportFormat[]

/** Saves what became of each file of an import. */
export function ReportButton({ previewId }: { previewId: string }) {
  const { t } = useTranslation('import')
  const client = useClient()
  const fail = useFailure()
  const language = useLanguage()
  const save = async (format: ReportFormat) => {
    try {
      const { file } = await client.imports.report({ previewId, format, language })
      saveFile(file)
    } catch (error) {
      fail(error)
    }
  }
  const items = FORMATS.map((format) => ({ key: format, label: t(`result.reports.${format}`), onClick: () => void save(format) }))
  return (
    <Dropdown trigger={['click']} menu={{ items, autoFocus: true }}>
      <Button icon={<Icon name="export" size={16} />}>{t('result.report')}</Button>
    </Dropdown>
  )
}

import { FactKind } from '#api'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../../components/Icon'
import { useTexts } from '../../../../i18n'

/** Asks as which kind of fact selected words are to be noted. */
export function FactKindMenu({ onChoose }: { onChoose: (kind: FactKind, name: string) => void }) {
  const { t } = useTranslation('library')
  const { facts: kinds } = useTexts()
  return (
    <Dropdown trigger={['click']} menu={{ items: FactKind.options.map((kind) => ({ key: kind, label: kinds[kind], onClick: () => onChoose(kind, kinds[kind]) })) }}>
      <Button size="small" icon={<Icon name="plus" size={15} />}>{t('facts.add')}</Button>
    </Dropdown>
  )
}

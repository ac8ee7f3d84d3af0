import { VERSION_NONE, VERSION_NOW, type CaseVersion } from '#api'
import { useQuery } from '@tanstack/react-query'
import { Button, Modal, Select, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi, useClient } from '../../../../app/client'
import { useChange } from '../../../../app/useChange'
import { useCapabilities } from '../../../../app/useStatus'
import { DiffView } from './DiffView'
import { useVersionName } from './useVersionName'
import { VersionList } from './VersionList'
import styles from './history.module.css'

/** Stands for the version before the chosen one, whichever that is. */
const BEFORE = 'before'

/** The versions of a case: what differs between any two of them, and the way back to one. */
export function History({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('library')
  const { data: versions } = useQuery(useApi().history.versions.queryOptions({ input: { id } }))
  return (
    <Modal open title={t('history.title')} footer={null} onCancel={onClose} width={1080} className={styles.dialog} centered>
      {versions?.length === 0 && <p>{t('history.none')}</p>}
      {versions !== undefined && versions.length > 0 && <Versions id={id} versions={versions} onClose={onClose} />}
    </Modal>
  )
}

function Versions({ id, versions, onClose }: { id: string; versions: CaseVersion[]; onClose: () => void }) {
  const { t } = useTranslation('library')
  const client = useClient()
  const change = useChange()
  const { write } = useCapabilities()
  const nameOf = useVersionName()
  const [chosenId, setChosenId] = useState(versions[0]!.commandId)
  const [other, setOther] = useState<string>(BEFORE)
  const [whole, setWhole] = useState(false)
  const index = Math.max(0, versions.findIndex(({ commandId }) => commandId === chosenId))
  const chosen = versions[index]!
  const before = versions[index + 1]?.commandId ?? VERSION_NONE
  // The earlier one is always the old text, whichever was chosen first.
  const otherIndex = versions.findIndex(({ commandId }) => commandId === other)
  const [from, to] = other === BEFORE ? [before, chosen.commandId]
    : other === VERSION_NOW || otherIndex < index ? [chosen.commandId, other] : [other, chosen.commandId]
  const isPresent = index === 0 && !chosen.deleted

  const restore = async (): Promise<void> => {
    const done = t('history.restored', { date: nameOf.date(chosen) })
    if (await change(() => client.history.restore({ id, version: chosen.commandId }), { done, undo: true }) !== undefined) onClose()
  }

  return (
    <div className={styles.panes}>
      <VersionList versions={versions} chosen={chosen.commandId} onChoose={setChosenId} />
      <section className={styles.difference} aria-label={nameOf.full(chosen)}>
        <div className={styles.bar}>
          <label className={styles.compare}>
            <span>{t('history.compareWith')}</span>
            <Select
              value={other} onChange={setOther} popupMatchSelectWidth={false} className={styles.select}
              options={[
                { value: BEFORE, label: t('history.before') },
                { value: VERSION_NOW, label: t('history.now') },
                ...versions.filter(({ commandId }) => commandId !== chosen.commandId).map((version) => ({ value: version.commandId, label: nameOf.full(version) })),
              ]}
            />
          </label>
          <label className={styles.compare}>
            <Switch size="small" checked={whole} onChange={setWhole} />
            <span>{t('history.unchanged')}</span>
          </label>
          {write && <Button type="primary" disabled={isPresent} onClick={() => void restore()} className={styles.restore}>{t('history.restore')}</Button>}
        </div>
        <DiffView id={id} from={from} to={to} whole={whole} />
      </section>
    </div>
  )
}

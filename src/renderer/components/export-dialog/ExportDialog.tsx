import { Script, type ContentRemark, type Progress, type Selection } from '#api'
import type { Language } from '#api/i18n'
import { sizeText } from '#api/size-text'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Input, Modal, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi, useClient } from '../../app/client'
import { usePreferences } from '../../app/PreferencesProvider'
import { useFailureText } from '../../app/useFailure'
import { saveFile } from '../../client'
import { useLanguage, useTexts } from '../../i18n'
import { follow } from '../progress/follow'
import { ProgressPanel } from '../progress/ProgressPanel'
import { ContentRemarks } from '../content-remarks/ContentRemarks'
import { AttachmentsChoice } from './AttachmentsChoice'
import styles from './export-dialog.module.css'
import { FormatCards } from './FormatCards'
import { inOfferedOrder } from './formats'

export interface ExportDialogProps {
  open: boolean
  selection: Selection
  onClose: () => void
}

type Stage =
  | { name: 'ask'; problem?: { message: string; hint: string } }
  | { name: 'running'; progress: Progress | null }
  | { name: 'done'; file: string; bytes: number; cases: number; remarks: ContentRemark[] }

const LANGUAGE_NAMES: Record<Language, string> = { 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', en: 'English' }

/** Writes a selection of cases into one file: format, title, language; then the file goes to the user. */
export function ExportDialog({ open, selection, onClose }: ExportDialogProps) {
  const { t } = useTranslation(['export', 'settings'])
  const texts = useTexts()
  const interfaceLanguage = useLanguage()
  const api = useApi()
  const client = useClient()
  const textOf = useFailureText()
  const { data: status } = useQuery(api.library.status.queryOptions())
  const { data: formats = [] } = useQuery(api.exports.formats.queryOptions())
  const listed = useQuery(api.cases.list.queryOptions({ input: { query: selection.query, collection: selection.collection } }))
  const [stage, setStage] = useState<Stage>({ name: 'ask' })
  const [chosen, setChosen] = useState<string | null>(null)
  const [title, setTitle] = useState('')
  const [language, setLanguage] = useState<Language>(interfaceLanguage)
  const { preferences } = usePreferences()
  const [script, setScript] = useState<Script>(preferences.script)
  const [withAttachments, setWithAttachments] = useState(true)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const offered = inOfferedOrder(formats, status?.capabilities.exportFormats)
  const format = chosen ?? offered[0]?.id
  const converts = offered.some(({ id, converts }) => id === format && converts)
  const count = selection.cases?.length ?? listed.data?.total ?? 0
  const isWhole = selection.cases === undefined && selection.query === undefined && selection.collection === undefined

  const stop = () => {
    running.current?.abort()
    running.current = null
    setStage({ name: 'ask' })
  }
  const close = () => {
    stop()
    onClose()
  }
  const start = async () => {
    if (format === undefined) return
    const controller = new AbortController()
    running.current = controller
    setStage({ name: 'running', progress: null })
    try {
      const input = { ...selection, format, language, script: converts ? script : 'asWritten' as const, attachments: withAttachments, title: title.trim() === '' ? undefined : title.trim() }
      const { file, cases, remarks } = await follow(client.exports.create(input, { signal: controller.signal }), (progress) => {
        if (running.current === controller) setStage({ name: 'running', progress })
      })
      if (running.current !== controller) return
      saveFile(file)
      setStage({ name: 'done', file: file.name, bytes: file.size, cases, remarks })
    } catch (error) {
      if (running.current === controller) setStage({ name: 'ask', problem: textOf(error) })
    }
  }

  return (
    <Modal
      open={open} onCancel={close} title={t('title')} width={620} destroyOnHidden mask={{ closable: stage.name !== 'running' }}
      footer={stage.name === 'ask'
        ? [
            <Button key="cancel" onClick={close}>{t('cancel')}</Button>,
            <Button key="start" type="primary" disabled={count === 0 || format === undefined} onClick={() => void start()}>{t('start')}</Button>,
          ]
        : stage.name === 'done'
          ? [
              <Button key="again" onClick={() => setStage({ name: 'ask' })}>{t('again')}</Button>,
              <Button key="close" type="primary" autoFocus onClick={close}>{t('close')}</Button>,
            ]
          : null}
    >
      {stage.name === 'running' && (
        <div className={styles.stage}>
          <ProgressPanel
            progress={stage.progress} stage={t(`progress.${stage.progress?.stage ?? 'read'}`)}
            count={t('of', { done: stage.progress?.done, total: stage.progress?.total })} cancelLabel={t('stop')} onCancel={stop}
          />
        </div>
      )}
      {stage.name === 'done' && (
        <div className={styles.stage} role="status">
          <p className={styles.done}>{t('done', { file: stage.file })}</p>
          <p className={styles.doneHint}>{t('doneHint', { count: stage.cases, size: sizeText(stage.bytes) })}</p>
          <ContentRemarks remarks={stage.remarks} lead={t('stayedBehind', { count: stage.remarks.length })} />
        </div>
      )}
      {stage.name === 'ask' && (
        <div className={styles.form}>
          {stage.problem !== undefined && <Alert type="error" title={stage.problem.message} description={stage.problem.hint} />}
          <p className={styles.count}>
            {count === 0 ? t('nothing') : isWhole ? t('all', { count }) : t('count', { count })}
          </p>
          <FormatCards formats={offered} value={format} onChange={setChosen} />
          {format === 'jingjian' && <AttachmentsChoice selection={selection} value={withAttachments} onChange={setWithAttachments} />}
          <div className={styles.fields}>
            <label>
              <span>{t('documentTitle')}</span>
              <Input
                value={title} maxLength={200} placeholder={texts.documents.defaultTitle} onChange={(event) => setTitle(event.target.value)}
                onPressEnter={(event) => { if (!event.nativeEvent.isComposing) void start() }}
              />
              <small>{t('titleHint')}</small>
            </label>
            <label>
              <span>{t('language')}</span>
              <Select
                value={language} onChange={setLanguage} disabled={format === 'jingjian'}
                options={Object.entries(LANGUAGE_NAMES).map(([value, label]) => ({ value: value as Language, label }))}
              />
              <small>{t('languageHint')}</small>
            </label>
            {converts && (
              <label>
                <span>{t('script')}</span>
                <Select
                  value={script} onChange={setScript}
                  options={Script.options.map((value) => ({ value, label: t(`settings:scripts.${value}`) }))}
                />
                <small>{t('scriptHint')}</small>
              </label>
            )}
          </div>
        </div>
      )}
    </Modal>
  )
}

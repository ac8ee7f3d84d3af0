import { OCR_SECONDS_PER_PAGE, OcrChoice, type ImportPreview, type Progress } from '#api'
import { Button, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../app/client'
import { useFailure } from '../../app/useFailure'
import { useStatus } from '../../app/useStatus'
import { follow } from '../../components/progress/follow'
import { ProgressPanel } from '../../components/progress/ProgressPanel'
import styles from './ocr.module.css'
import { pagesToRecognise, roughTime, shareDone, type Choices } from './ocr-pages'

export interface OcrPanelProps {
  preview: ImportPreview
  onRecognised: (preview: ImportPreview) => void
}

/** Pages that are pictures: asks whether their text is to be recognised, and in which script, since it takes its time. */
export function OcrPanel({ preview, onRecognised }: OcrPanelProps) {
  const { t } = useTranslation('import')
  const client = useClient()
  const fail = useFailure()
  const scripts = useStatus()?.capabilities.ocrScripts ?? []
  const [choices, setChoices] = useState<Choices>({})
  const [isOpen, setOpen] = useState(false)
  const [progress, setProgress] = useState<Progress | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const { pictures, previewId } = preview
  if (pictures.length === 0) return null
  if (scripts.length === 0) return <section className={styles.panel} aria-label={t('ocr.title')}><p className={styles.lead}>{t('ocr.unavailable')}</p></section>

  const pages = pagesToRecognise(pictures, choices)
  const recognise = async () => {
    const controller = new AbortController()
    running.current = controller
    setProgress({ stage: 'recognise', done: 0, total: pages.length, label: '' })
    try {
      const result = await follow(client.imports.recognise({ previewId, pages }, { signal: controller.signal }), (step) => {
        if (running.current === controller) setProgress(step)
      })
      if (running.current !== controller) return
      setChoices({})
      onRecognised(result)
    } catch (error) {
      if (running.current === controller) fail(error)
    }
    if (running.current === controller) stop()
  }
  const stop = () => {
    running.current?.abort()
    running.current = null
    setProgress(null)
  }

  if (progress !== null) {
    const page = Math.min(progress.total, progress.done + 1)
    return (
      <section className={styles.panel} aria-label={t('ocr.title')}>
        <ProgressPanel
          progress={shareDone(progress)} stage={t('progress.recognise')} count={t('ocr.page', { page, total: progress.total })}
          cancelLabel={t('progress.cancel')} onCancel={stop}
        />
      </section>
    )
  }
  const options = OcrChoice.options.filter((choice) => choice === 'auto' || scripts.includes(choice)).map((value) => ({ value, label: t(`ocr.scripts.${value}`) }))
  return (
    <section className={styles.panel} aria-label={t('ocr.title')}>
      <div className={styles.row}>
        <p className={styles.lead}>
          {pages.length === 0 ? t('ocr.done') : t('ocr.ask', { count: pages.length, time: t(`ocr.time.${roughTime(pages.length * OCR_SECONDS_PER_PAGE).unit}`, roughTime(pages.length * OCR_SECONDS_PER_PAGE)) })}
        </p>
        <Button type="text" size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{t(isOpen ? 'ocr.hidePages' : 'ocr.showPages')}</Button>
        {pages.length > 0 && <Button type={preview.drafts.length === 0 ? 'primary' : 'default'} onClick={() => void recognise()}>{t('ocr.recognise')}</Button>}
      </div>
      {isOpen && (
        <ul className={styles.pages}>
          {pictures.flatMap(({ file, pages: ofFile }) => ofFile.map(({ page, script, confidence }) => (
            <li key={`${file} ${page}`} className={styles.row}>
              <span className={styles.name} title={file}>{t('ocr.pageOf', { file, page })}</span>
              {confidence !== null && <span className={styles.sure}>{t('ocr.sure', { percent: Math.round(confidence * 100) })}</span>}
              <Select
                size="small" className={styles.script} options={options} value={choices[file]?.[page] ?? script ?? 'auto'} aria-label={t('ocr.scriptOf', { file, page })}
                onChange={(choice) => setChoices((before) => ({ ...before, [file]: { ...before[file], [page]: choice } }))}
              />
            </li>
          )))}
        </ul>
      )}
    </section>
  )
}

import { App, Button } from 'antd'
import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../../../app/navigation'

/**
 * Asks before unsaved text is left, by whatever way. `save` answers whether it was saved.
 * @returns asks, and answers whether leaving is fine.
 */
export function useUnsavedGuard(dirty: boolean, save: () => Promise<boolean>): () => Promise<boolean> {
  const { t } = useTranslation('shell')
  const { modal } = App.useApp()
  const { setLeaveGuard } = useNavigation()
  const latest = useRef({ dirty, save })
  useEffect(() => {
    latest.current = { dirty, save }
  })

  const ask = useCallback(() => new Promise<boolean>((answer) => {
    if (!latest.current.dirty) {
      answer(true)
      return
    }
    const dialog = modal.confirm({
      title: t('unsaved.title'),
      content: t('unsaved.text'),
      icon: null,
      onCancel: () => answer(false),
      footer: () => {
        const close = (leaves: boolean): void => {
          dialog.destroy()
          answer(leaves)
        }
        return (
          <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end', marginTop: 20 }}>
            <Button onClick={() => close(false)}>{t('unsaved.stay')}</Button>
            <Button onClick={() => close(true)}>{t('unsaved.discard')}</Button>
            <Button type="primary" autoFocus onClick={() => void latest.current.save().then(close)}>{t('unsaved.save')}</Button>
          </div>
        )
      },
    })
  }), [modal, t])

  useEffect(() => {
    setLeaveGuard(ask)
    const unload = (event: BeforeUnloadEvent): void => {
      if (latest.current.dirty) event.preventDefault()
    }
    window.addEventListener('beforeunload', unload)
    return () => {
      setLeaveGuard(null)
      window.removeEventListener('beforeunload', unload)
    }
  }, [ask, setLeaveGuard])
  return ask
}

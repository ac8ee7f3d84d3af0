import { Button } from 'antd'
import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../components/Icon'
import styles from './toast.module.css'

export interface Toast {
  text: string
  /** A second line that says what to do. */
  hint?: string
  tone?: 'plain' | 'problem'
  action?: { label: string; run: () => void }
}

const SECONDS_PLAIN = 4
const SECONDS_TO_READ_OR_ACT = 10

type ShowToast = (toast: Toast | null) => void

const ToastContext = createContext<ShowToast | null>(null)

/** Shows a short message at the foot of the window; a newer one takes its place, null takes it away. */
export function useToast(): ShowToast {
  const show = useContext(ToastContext)
  if (show === null) throw new Error('no toasts: render inside App')
  return show
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation('shell')
  const [toast, setToast] = useState<(Toast & { key: number }) | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const count = useRef(0)

  const hide = useCallback(() => setToast(null), [])
  const hideIn = useCallback((seconds: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(hide, seconds * 1000)
  }, [hide])
  const show = useCallback<ShowToast>((next) => {
    if (next === null) {
      hide()
      return
    }
    setToast({ ...next, key: ++count.current })
    hideIn(next.tone === 'problem' || next.action !== undefined ? SECONDS_TO_READ_OR_ACT : SECONDS_PLAIN)
  }, [hide, hideIn])

  return (
    <ToastContext value={show}>
      {children}
      <div className={styles.region} role={toast?.tone === 'problem' ? 'alert' : 'status'} aria-live="polite">
        {toast !== null && (
          <div
            key={toast.key}
            className={styles.toast}
            data-tone={toast.tone ?? 'plain'}
            onMouseEnter={() => clearTimeout(timer.current)}
            onMouseLeave={() => hideIn(SECONDS_PLAIN)}
          >
            <div>
              <p className={styles.text}>{toast.text}</p>
              {toast.hint !== undefined && toast.hint !== '' && <p className={styles.hint}>{toast.hint}</p>}
            </div>
            {toast.action !== undefined && (
              <Button size="small" type="text" className={styles.action} onClick={() => { hide(); toast.action!.run() }}>{toast.action.label}</Button>
            )}
            <Button size="small" type="text" aria-label={t('close')} icon={<Icon name="close" />} className={styles.close} onClick={hide} />
          </div>
        )}
      </div>
    </ToastContext>
  )
}

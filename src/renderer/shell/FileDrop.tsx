import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../app/navigation'
import { droppedFiles } from '../app/incoming-files'
import { useFailure } from '../app/useFailure'
import { useCapabilities } from '../app/useStatus'
import { Icon } from '../components/Icon'
import styles from './file-drop.module.css'

/** Takes files and folders dropped anywhere into the window to the import view. */
export function FileDrop() {
  const { t } = useTranslation('shell')
  const { openView } = useNavigation()
  const fail = useFailure()
  const capabilities = useCapabilities()
  const [hovering, setHovering] = useState(false)
  const allowed = capabilities.import

  useEffect(() => {
    const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      // A part of the page has said that it takes the files itself.
      if (event.defaultPrevented) {
        setHovering(false)
        return
      }
      // Without this the window would leave the program and show the file.
      event.preventDefault()
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = allowed ? 'copy' : 'none'
      setHovering(allowed)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setHovering(false)
    }
    const drop = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      setHovering(false)
      if (event.defaultPrevented) return
      event.preventDefault()
      if (!allowed || event.dataTransfer === null) return
      droppedFiles(event.dataTransfer).then((files) => files.length > 0 && openView('import', { files })).catch(fail)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [allowed, fail, openView])

  if (!hovering) return null
  return (
    <div className={styles.veil}>
      <div className={styles.frame}>
        <Icon name="import" size={36} />
        <p className={styles.title}>{t('drop.title')}</p>
        <p>{t('drop.hint')}</p>
      </div>
    </div>
  )
}

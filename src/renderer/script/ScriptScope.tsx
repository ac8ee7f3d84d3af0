import type { ConvertedScript } from '#api'
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react'
import { useClient } from '../app/client'
import { usePreferences } from '../app/PreferencesProvider'
import styles from './script.module.css'
import { ShownScript } from './shown-script'

const ScriptContext = createContext(0)

/** Grows whenever texts were put into another script: ranges made before do not fit what is shown any more. */
export function useShownTexts(): number {
  return useContext(ScriptContext)
}

/**
 * Shows what is stored beneath it in the script the user chose, wherever an element says `data-content`, but not beneath
 * one that says `data-as-written`. Nothing that is stored, edited or sent changes.
 */
export function ScriptScope({ children }: { children: ReactNode }) {
  const client = useClient()
  const { preferences: { script } } = usePreferences()
  const root = useRef<HTMLDivElement>(null)
  const [version, setVersion] = useState(0)

  useEffect(() => {
    if (root.current === null || script === 'asWritten') return
    const convert = async (texts: string[], to: ConvertedScript) => (await client.script.convert({ texts, to })).texts
    const shown = new ShownScript(root.current, (texts) => convert(texts, script), () => setVersion((before) => before + 1))
    return () => shown.stop()
  }, [client, script])

  return <ScriptContext value={version}><div ref={root} className={styles.scope}>{children}</div></ScriptContext>
}

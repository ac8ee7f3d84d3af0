import type { Preferences } from '#api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import zhTW from 'antd/locale/zh_TW'
import { createContext, useCallback, useContext, useEffect, useLayoutEffect, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { systemLanguage } from '../i18n'
import { antdTheme } from '../theme/antd-theme'
import { dark, light, paint } from '../theme/palette'
import { useMedia } from '../theme/useMedia'
import { useApi, useClient } from './client'
import { useOptions } from './options'

interface PreferencesValue {
  preferences: Preferences
  /** The appearance in force, whether chosen or the system's. */
  appearance: 'light' | 'dark'
  setPreferences(change: Partial<Preferences>): void
}

const PreferencesContext = createContext<PreferencesValue | null>(null)

export function usePreferences(): PreferencesValue {
  const value = useContext(PreferencesContext)
  if (value === null) throw new Error('no preferences: render inside App')
  return value
}

const antdLocales = { 'zh-Hans': zhCN, 'zh-Hant': zhTW, en: enUS }

const defaults: Preferences = { language: 'zh-Hans', appearance: 'system', script: 'asWritten', panes: { sidebar: 232, list: 360 }, recentQueries: [] }

/** Reads the preferences and makes language, colours and antd follow them. */
export function PreferencesProvider({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  const api = useApi()
  const client = useClient()
  const { title } = useOptions()
  const queries = useQueryClient()
  const { data, isPending } = useQuery(api.library.preferences.queryOptions())
  const preferences = data ?? defaults

  const setPreferences = useCallback((change: Partial<Preferences>) => {
    const key = api.library.preferences.queryKey()
    queries.setQueryData(key, (before: Preferences | undefined) => ({ ...defaults, ...before, ...change }))
    // A choice that could not be kept still holds for this window.
    client.library.setPreferences(change).catch(() => undefined)
  }, [api, client, queries])

  const { i18n, t } = useTranslation('shell')
  const language = preferences.language === 'system' ? systemLanguage() : preferences.language
  useLayoutEffect(() => {
    document.documentElement.lang = language
    if (i18n.language !== language) void i18n.changeLanguage(language)
  }, [i18n, language])
  useEffect(() => {
    document.title = title === undefined ? t('product') : `${title} · ${t('product')}`
  }, [t, language, title])

  const systemIsDark = useMedia('(prefers-color-scheme: dark)')
  const appearance: 'light' | 'dark' = preferences.appearance === 'system' ? (systemIsDark ? 'dark' : 'light') : preferences.appearance
  const palette = appearance === 'dark' ? dark : light
  useLayoutEffect(() => paint(palette, appearance), [palette, appearance])

  // Beneath the body itself a dialog would lock scrolling with a style sheet that carries no nonce.
  const [popups, setPopups] = useState<HTMLElement | null>(null)
  const theme = useMemo(() => antdTheme(palette, appearance), [palette, appearance])
  const value = useMemo(() => ({ preferences, appearance, setPreferences }), [preferences, appearance, setPreferences])
  return (
    <PreferencesContext value={value}>
      <div ref={setPopups} className="popups" />
      {popups !== null && (
        <ConfigProvider
          theme={theme} locale={antdLocales[language]} button={{ autoInsertSpace: false }} wave={{ disabled: true }}
          getPopupContainer={() => popups} {...(nonce === undefined ? {} : { csp: { nonce } })}
        >
          <AntApp component={false}>{isPending ? null : children}</AntApp>
        </ConfigProvider>
      )}
    </PreferencesContext>
  )
}

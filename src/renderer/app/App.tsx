import type { Client } from '#api'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import { createI18n, systemLanguage } from '../i18n'
import { Shell } from '../shell/Shell'
import { ClientContext, createApi } from './client'
import { NavigationProvider } from './NavigationProvider'
import { OptionsContext, type AppOptions } from './options'
import { PreferencesProvider } from './PreferencesProvider'
import { ToastProvider } from './ToastProvider'

export type { AppOptions }

/** Everything around the views: the connection, the language, the appearance, messages and where the user is. */
export function App({ client, options, nonce }: { client: Client; options: AppOptions; nonce: string | undefined }) {
  const connection = useMemo(() => ({ client, api: createApi(client) }), [client])
  const [i18n] = useState(() => createI18n(systemLanguage()))
  // Nothing but this window changes the library, so what was read stays right until `useChange` says otherwise.
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } }))

  return (
    <OptionsContext value={options}>
      <I18nextProvider i18n={i18n}>
        <QueryClientProvider client={queries}>
          <ClientContext value={connection}>
            <PreferencesProvider nonce={nonce}>
              <ToastProvider>
                <NavigationProvider>
                  <Shell />
                </NavigationProvider>
              </ToastProvider>
            </PreferencesProvider>
          </ClientContext>
        </QueryClientProvider>
      </I18nextProvider>
    </OptionsContext>
  )
}

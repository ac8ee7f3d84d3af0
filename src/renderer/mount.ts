import type { Client } from '#api'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { App, type AppOptions } from './app/App'
import { narrowStylePolicy } from './theme/policy'
import './styles/base.css'

/**
 * Shows Jingjian in `element`, over any implementation of the contract. What the interface offers follows from the
 * capabilities the client's library declares.
 * @returns takes the interface away again.
 */
export function mount(element: HTMLElement, client: Client, options: AppOptions = {}): () => void {
  const nonce = narrowStylePolicy()
  const root = createRoot(element)
  root.render(createElement(App, { client, options, nonce }))
  return () => root.unmount()
}

import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const path = (relative: string): string => resolve(import.meta.dirname, relative)

/**
 * Puts beside the program what reading PDF files loads: character maps, without which Chinese in a file that does not
 * hold its fonts gives no text, and decoders of the pictures in scans.
 */
function pdfData(): Plugin {
  return {
    name: 'jingjian:pdf-data',
    generateBundle() {
      for (const [from, to, ending] of [['cmaps', 'cmaps', ''], ['wasm', 'decoders', '.wasm']] as const) {
        const folder = path(`node_modules/pdfjs-dist/${from}`)
        for (const file of readdirSync(folder).filter((name) => name.endsWith(ending))) {
          this.emitFile({ type: 'asset', fileName: `${to}/${file}`, source: readFileSync(resolve(folder, file)) })
        }
      }
    },
  }
}

export default defineConfig({
  main: {
    plugins: [pdfData()],
    build: {
      // The web host and the command line run on the system's Node; by default the target would be Electron's own.
      target: 'node20',
      rollupOptions: {
        input: { index: path('src/main/index.ts'), web: path('src/web/index.ts'), cli: path('src/cli/index.ts'), 'pdf-worker': path('src/node/pdf/worker.ts'), 'parsing-worker': path('src/node/parsing/worker.ts') },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload can load nothing but electron, and only as CommonJS.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: path('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: path('src/renderer'),
    plugins: [react()],
    build: {
      minify: true,
      // Loaded from the disk, not over a network.
      chunkSizeWarningLimit: 3000,
      rollupOptions: { input: { index: path('src/renderer/index.html') } },
    },
  },
})

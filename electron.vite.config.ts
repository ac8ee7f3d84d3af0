import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const path = (relative: string): string => resolve(import.meta.dirname, relative)

/** Puts the character maps beside the program: without them, Chinese in a PDF file that does not hold its fonts gives no text. */
function characterMaps(): Plugin {
  return {
    name: 'jingjian:character-maps',
    generateBundle() {
      const folder = path('node_modules/pdfjs-dist/cmaps')
      for (const file of readdirSync(folder)) this.emitFile({ type: 'asset', fileName: `cmaps/${file}`, source: readFileSync(resolve(folder, file)) })
    },
  }
}

export default defineConfig({
  main: {
    plugins: [characterMaps()],
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

import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const path = (relative: string): string => resolve(import.meta.dirname, relative)

export default defineConfig({
  main: {
    build: {
      // The web host and the command line run on the system's Node; by default the target would be Electron's own.
      target: 'node20',
      rollupOptions: {
        input: { index: path('src/main/index.ts'), web: path('src/web/index.ts'), cli: path('src/cli/index.ts') },
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

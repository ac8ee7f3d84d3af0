import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { dark, fonts, light, type Palette } from './src/renderer/theme/palette.ts'

const path = (relative: string): string => resolve(import.meta.dirname, relative)

/** The formats that would make the page several times as large are left to the program. */
function lightFormats(): Plugin {
  const light = new Map([
    [path('src/core/export/formats.ts'), path('src/core/export/formats-light.ts')],
    [path('src/core/import/formats/index.ts'), path('src/core/import/formats-light.ts')],
  ])
  return {
    name: 'jingjian:light-formats',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!source.endsWith('/formats')) return null
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true })
      return light.get(resolved?.id ?? '') ?? null
    },
  }
}

/**
 * Puts script and styles into the page, which then needs nothing beside it. The policy allows this one script by its
 * hash and no other, so that nothing in a case's text can run, and no connection at all. Styles stay open, since antd
 * writes its own at run time.
 */
function oneFile(): Plugin {
  return {
    name: 'jingjian:one-file',
    enforce: 'post',
    generateBundle(_, bundle) {
      let script = ''
      let styles = colours()
      let page: { source: string | Uint8Array } | undefined
      for (const [name, output] of Object.entries(bundle)) {
        if (output.type === 'chunk') script += output.code
        else if (name.endsWith('.css')) styles += String(output.source)
        else if (name.endsWith('.html')) {
          page = output
          continue
        } else this.error(`${name} would be left beside the page`)
        delete bundle[name]
      }
      if (page === undefined) this.error('no page to put the script into')
      page.source = assemble(String(page.source), script, styles)
    },
  }
}

/** The palette for the text of the page, which is shown before any script paints. */
function colours(): string {
  const variables = (palette: Palette) => Object.entries(palette)
    .map(([name, value]) => `--${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}:${value};`).join('')
  return `:root{${variables(light)}--font-song:${fonts.song};--font-hei:${fonts.hei}}`
    + `@media screen and (prefers-color-scheme:dark){:root{${variables(dark)}}}`
}

function assemble(page: string, script: string, styles: string): string {
  const code = escapeScript(script)
  const hash = createHash('sha256').update(code).digest('base64')
  const policy = [
    "default-src 'none'", `script-src 'sha256-${hash}'`, "style-src 'unsafe-inline'", 'img-src data: blob:', 'font-src data:', "connect-src 'none'",
    "base-uri 'none'", "form-action 'none'",
  ].join('; ')
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}" />\n    <style>${styles.replaceAll('</style', '<\\/style')}</style>`
  return page
    .replace(/\s*<script type="module"[^>]*src=[^>]*><\/script>/u, '')
    .replace(/\s*<link rel="(?:stylesheet|modulepreload)"[^>]*>/gu, '')
    .replace('<meta name="viewport"', () => `${head}\n    <meta name="viewport"`)
    .replace('</body>', () => `<script type="module">${code}</script>\n  </body>`)
}

/** The parser of HTML must find no end of the element in it, and leave every character as it is, or the hash would not fit. */
function escapeScript(script: string): string {
  return script
    .replace(/\r\n?/gu, '\n')
    .replaceAll('\0', '\\0')
    .replace(/<(?=\/script|script|!--)/giu, () => '\\x3C')
}

export default defineConfig({
  root: path('src/reader'),
  base: './',
  plugins: [lightFormats(), react(), oneFile()],
  build: {
    outDir: path('out/reader'),
    emptyOutDir: true,
    minify: true,
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    modulePreload: false,
    chunkSizeWarningLimit: 8_000,
    rollupOptions: { output: { codeSplitting: false } },
  },
})

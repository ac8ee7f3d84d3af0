/**
 * Who may import whom: the layer matrix of ARCHITECTURE.md as data. `layers-rule.js` turns it into lint messages.
 *
 * `layers`: other layers, each with the entrances that may be used ('*' is every file of it).
 * `packages`: third-party packages; 'node:*' stands for all of Node's own modules.
 * `resources`: whether files of resources/ may be bundled in.
 */
export const layers = {
  api: {
    layers: {},
    packages: ['zod', '@orpc/contract'],
  },
  core: {
    layers: { api: ['*'] },
    packages: [
      'zod',
      '@mozilla/readability',
      '@orpc/contract',
      '@orpc/server',
      'diff',
      'fflate',
      'fuse.js',
      'htmlparser2',
      'linkedom',
      'markdown-it',
      'markdown-it-cjk-friendly',
      'opencc-js',
      'papaparse',
      'pptxgenjs',
      'secure-json-parse',
      'uuid',
      'yaml',
    ],
    resources: true,
  },
  node: {
    layers: { core: ['*'], api: ['*'] },
    packages: ['node:*', 'zod', '@orpc/contract', '@orpc/server', 'lowdb', 'pdfjs-dist', 'secure-json-parse', 'tesseract.js', 'uuid'],
    resources: true,
  },
  main: {
    layers: { node: ['*'], core: ['app'], api: ['*'] },
    packages: ['node:*', 'electron', '@orpc/server', 'zod'],
    resources: true,
  },
  preload: {
    layers: { api: ['*'] },
    packages: ['electron'],
  },
  web: {
    layers: { node: ['*'], core: ['app'], api: ['*'] },
    packages: ['node:*', '@orpc/server', 'zod'],
    resources: true,
  },
  cli: {
    layers: { node: ['*'], web: ['server', 'token'], core: ['app'], api: ['*'] },
    packages: ['node:*', '@orpc/server', 'commander'],
  },
  renderer: {
    layers: { api: ['*'] },
    packages: [
      'react',
      'react-dom',
      'antd',
      '@ant-design/icons',
      '@tanstack/react-query',
      '@tanstack/react-virtual',
      '@orpc/client',
      '@orpc/contract',
      '@orpc/tanstack-query',
      'i18next',
      'react-i18next',
      'markdown-it',
      'markdown-it-cjk-friendly',
      'zod',
    ],
  },
  reader: {
    layers: { core: ['app', 'memory'], renderer: ['*'], api: ['*'] },
    packages: ['react', 'react-dom', '@orpc/server', '@orpc/client'],
    resources: true,
  },
}

/** What tests beside the code may import on top of their layer's packages. */
export const testPackages = ['vitest', 'fast-check', '@testing-library/react']

/**
 * Borders inside the core. Features meet only through their `index.ts`; a feature listed here imports no other feature
 * but those named. `text` is the foundation (folding, pinyin, segmentation) that every feature stands on.
 */
export const isolatedFeatures = {
  text: ['slices'],
  slices: [],
  cleanup: ['text'],
  search: ['text', 'slices'],
}

/** Files right in src/core that features may import; the others there compose the features. */
export const sharedTypes = ['ports', 'context']

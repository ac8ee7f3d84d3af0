/** Makes `import 'electron'` mean the double. Loaded by `node --import` before anything of the program. */
import { register } from 'node:module'

const double = new URL('./electron.mjs', import.meta.url).href
const hooks = `
  export const resolve = (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main'
      ? { url: ${JSON.stringify(double)}, shortCircuit: true }
      : next(specifier, context)
`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)

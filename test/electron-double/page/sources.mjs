import { makeCodec } from '../codec.mjs'
import { isolatedWorld } from './isolated-world.mjs'
import { mainWorld } from './main-world.mjs'

/** The world of the preload script: the page's DOM, but none of its variables. */
export const WORLD = 'Electron Isolated Context'
/** How the page calls Node, and Node the page. */
export const BINDING = '__electronDoubleSend'
export const RECEIVER = '__electronDoubleReceive'

export const mainWorldSource = `(${mainWorld})()`

/** A preload script wrapped as a sandboxed one: CommonJS, with `electron` as the only module. */
export function isolatedSource(code) {
  const names = JSON.stringify({ binding: BINDING, receiver: RECEIVER })
  return `(${isolatedWorld})(${names}, (${makeCodec})(), (require, module, exports) => { ${code}\n })`
}

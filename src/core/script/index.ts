export { scriptConverter, type ScriptConverter } from './convert'
export { convertedEverywhere } from './everywhere'
export { scriptFeature } from './feature'

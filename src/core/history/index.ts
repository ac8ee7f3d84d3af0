export { historyFeature } from './feature'
export { diffText } from './text-diff'

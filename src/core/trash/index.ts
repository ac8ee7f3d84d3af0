export { trashFeature } from './feature'
export { trashedCases } from './trashed'

export { inSlices } from './in-slices'
export { pause } from './pause'

export { bundlesFeature } from './bundle/feature'
export { readBundle, type Bundle } from './bundle/read'
export { exportFormatIds, exportsFeature } from './feature'

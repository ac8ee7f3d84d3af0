export { matrixFeature } from './feature'
export { termsOf } from './terms'

export * from './contract'
export * from './entities'
export * from './errors'

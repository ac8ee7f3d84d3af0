export * from './fold'
export * from './han'
export * from './pinyin'
export * from './regions'

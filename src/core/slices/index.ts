export * from './pause'

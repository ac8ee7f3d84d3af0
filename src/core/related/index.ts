export { RelatedCases } from './related-cases'

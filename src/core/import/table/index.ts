export { casesOfTable, MOST_CELLS, readTable, type Rows } from './cases'
export { proposeMapping, type ColumnUse, type Mapping } from './mapping'

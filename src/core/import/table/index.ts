export { casesOfTable, casesOfTables, MOST_CELLS, readTable, tableOf, type Rows } from './cases'
export { proposeMapping, type Mapping } from './mapping'
export { columnWrites, remapped, remembered, rememberedColumns, type RememberedColumns } from './remembered'

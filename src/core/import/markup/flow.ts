import { inOneLine, type Block } from './blocks'
import { Words } from './words'

/** Puts the blocks of one text together as Word's older formats give them: paragraph by paragraph, cells and rows by their ends. */
export class Flow {
  readonly words = new Words()
  private readonly blocks: Block[] = []
  /** Rows done, cells of the next one, blocks of the next cell; null outside of tables. */
  private table: { rows: string[][]; cells: string[]; blocks: Block[] } | null = null
  private asides: Block[] = []

  paragraph(made: readonly Block[], isInTable: boolean): void {
    if (isInTable) this.openTable().blocks.push(...made)
    else {
      this.closeTable()
      this.blocks.push(...made, ...this.asides.splice(0))
    }
  }

  /** Notes and boxes come behind the paragraph they stand in, and in a table behind the table. */
  aside(blocks: readonly Block[]): void {
    this.asides.push(...blocks)
  }

  endCell(): void {
    const table = this.openTable()
    table.cells.push(inOneLine(table.blocks.splice(0)))
  }

  endRow(): void {
    const { table } = this
    if (table !== null && table.cells.length > 0) table.rows.push(table.cells.splice(0))
  }

  finish(): Block[] {
    this.closeTable()
    return [...this.blocks, ...this.asides]
  }

  private openTable(): NonNullable<typeof this.table> {
    return (this.table ??= { rows: [], cells: [], blocks: [] })
  }

  /** What is left of a row or a cell that was not closed comes after. */
  private closeTable(): void {
    if (this.table === null) return
    this.endRow()
    const { rows, blocks } = this.table
    this.table = null
    this.blocks.push({ kind: 'table', rows }, ...blocks, ...this.asides.splice(0))
  }
}

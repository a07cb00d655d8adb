// biome-ignore-all lint/a11y/noRedundantRoles: browsers forget that blocks laid out by CSS are a table.
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** The cell that names the row: a row header, and its first line on a phone. */
  names?: boolean
  /** Figures stand at the end of the cell. */
  align?: 'start' | 'end'
  /** Buttons and links of the row: the header is only read out. */
  actions?: boolean
}

/** Headers that lead to the same rows in another order, by the key of their column. */
export type Sorting = ReadonlyMap<string, { href: string; way: 'ascending' | 'descending' | null }>

type DataTableProps<Row> = {
  caption: ReactNode
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** What addresses call a row, so that one comes back to it after a form. */
  rowId?: (row: Row) => string
  sorting?: Sorting
}

/** Rows and columns for a desk; below 44rem each row becomes a block with its headers beside the values. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden, columns, rows, rowKey, rowId, sorting } = props
  const look = (column: Column<Row>) =>
    classNames(column.align === 'end' && 'align-end', column.actions && 'actions')
  return (
    <table className="table" role="table">
      <caption className={classNames(captionHidden && 'visually-hidden')}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              role="columnheader"
              className={look(column)}
              aria-sort={sorting?.get(column.key)?.way ?? undefined}
            >
              <Header column={column} sorting={sorting} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" {...(rowId && { id: rowId(row), tabIndex: -1 })}>
            {columns.map((column) =>
              column.names ? (
                <th key={column.key} scope="row" role="rowheader" className={look(column)}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} role="cell" data-label={column.header} className={look(column)}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Header<Row>({ column, sorting }: { column: Column<Row>; sorting: Sorting | undefined }) {
  const order = sorting?.get(column.key)
  if (column.actions) return <span className="visually-hidden">{column.header}</span>
  return order ? <a href={order.href}>{column.header}</a> : column.header
}

import { type SQL, sql } from 'drizzle-orm'

type Values = {
  uuid: string
  text: string
  'text[]': string[]
  int: number
  float8: number
  boolean: boolean
  timestamptz: Date | string
  jsonb: object
}
type Columns = Record<string, keyof Values>
type RowOf<C extends Columns> = { readonly [Name in keyof C]?: Values[C[Name]] | null | undefined }
/** Not a property more than there are columns. */
type Exactly<C extends Columns, Row> = Row & { readonly [Name in Exclude<keyof Row, keyof C>]: never }

/**
 * Rows of ours as a table of a statement, in one parameter however many they are: `rows` stands after FROM, every column
 * under its own name where it is used. What a row leaves out is null.
 */
export function rowsOf<const C extends Columns & { rows?: never }, Row extends RowOf<C>>(
  alias: string,
  columns: C,
  rows: readonly Exactly<C, Row>[],
): { rows: SQL } & Record<keyof C, SQL> {
  const names = Object.keys(columns) as (keyof C & string)[]
  const types = names.map((name) => `"${name}" ${columns[name]}`).join(', ')
  const column = (name: string) => [name, sql.raw(`"${alias}"."${name}"`)]
  return {
    ...(Object.fromEntries(names.map(column)) as Record<keyof C, SQL>),
    rows: sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as ${sql.raw(`"${alias}"(${types})`)}`,
  }
}

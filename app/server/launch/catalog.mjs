/** What a backup must know of the database, asked from its catalog. */

/** @typedef {import('postgres').TransactionSql} Transaction */
/** @typedef {{ name: string, type: string }} Column */

export const quote = (/** @type {string} */ name) => `"${name.replaceAll('"', '""')}"`

/**
 * Which migrations the database has.
 * @param {Transaction} tx
 */
export async function levelOf(tx) {
  /** @type {{ made: string }[]} */
  const rows = await tx`select created_at::text as made from drizzle.__drizzle_migrations order by id`
  return rows.map(({ made }) => made)
}

/**
 * Our lasting tables with the columns that can be written; unlogged ones are not worth keeping.
 * @param {Transaction} tx
 * @returns {Promise<{ name: string, columns: Column[] }[]>}
 */
export async function tablesOf(tx) {
  /** @type {{ name: string, columns: string }[]} */
  const rows = await tx`
    select c.relname as name,
      json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)::text as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    group by c.relname order by c.relname`
  return rows.map(({ name, columns }) => ({ name, columns: JSON.parse(columns) }))
}

/**
 * Where each sequence stands.
 * @param {Transaction} tx
 * @returns {Promise<{ name: string, value: string }[]>}
 */
export async function sequencesOf(tx) {
  return tx`
    select quote_ident(schemaname) || '.' || quote_ident(sequencename) as name, last_value::text as value
    from pg_sequences where schemaname = 'public' and last_value is not null order by 1`
}

/**
 * Rows come table by table, so what they point to may come later: the keys are made again when all are there.
 * @param {Transaction} tx
 */
export async function dropForeignKeys(tx) {
  /** @type {{ table: string, name: string, definition: string }[]} */
  const keys = await tx`
    select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by conname`
  for (const { table, name } of keys) await tx.unsafe(`alter table ${table} drop constraint ${name}`)
  return keys
}

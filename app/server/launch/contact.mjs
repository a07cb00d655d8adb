import { codeOf, stopWith } from './sentence.mjs'

/** @type {Record<string, string>} */
const faults = {
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'there is no such machine',
  EAI_AGAIN: 'its name cannot be resolved',
  CONNECT_TIMEOUT: 'it does not answer in time',
  '28P01': 'user or password is wrong',
  28000: 'user or password is wrong',
  '3D000': 'there is no such database',
  53300: 'it has no connection left',
}

/**
 * First contact with a database: whether it is new, that is, was never migrated. Stops with a sentence when it cannot be
 * reached.
 * @param {string} url
 * @returns {Promise<boolean>}
 */
export async function isNewDatabase(url) {
  const { default: postgres } = await import('postgres')
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    const [found] = await sql`select to_regclass('drizzle.__drizzle_migrations') is null as "isNew",
      current_setting('server_encoding') as encoding`
    if (found?.encoding !== 'UTF8') {
      throw stopWith(
        `The database at ${placeOf(url)} is encoded in ${found?.encoding}, which cannot hold Vietnamese: make one with \`create database … encoding 'UTF8' template template0\`.`,
      )
    }
    return found.isNew
  } catch (error) {
    const fault = faults[codeOf(error) ?? '']
    throw fault
      ? stopWith(`The database at ${placeOf(url)} cannot be used: ${fault}. Check DATABASE_URL.`)
      : error
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/**
 * Where a database is, without its user and password.
 * @param {string} url
 */
function placeOf(url) {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname}${port ? `:${port}` : ''}${pathname}`
}

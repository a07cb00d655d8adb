import { getLocale, overwriteGetLocale } from '#app/paraglide/runtime.js'

process.env.NODE_ENV = 'test'
process.env.SESSION_SECRET ??= 'a secret for tests only, 32 characters or more'
process.env.APP_URL ??= 'http://localhost:3000'
process.env.LOG_LEVEL ??= 'silent'
// Never opened: a file that needs a database asks tests/database.ts for one.
process.env.DATABASE_URL ??= 'postgres://nobody@127.0.0.1:1/none'

// Files share a process: what one of them says in a language of its own, the next does not.
const key = Symbol.for('ban-tron.first-language')
const held = globalThis as { [key]?: typeof getLocale }
held[key] ??= getLocale
overwriteGetLocale(held[key])

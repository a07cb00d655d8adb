import { getLocale, overwriteGetLocale } from '#app/paraglide/runtime.js'
import { forgetEnv } from '#app/shared/env.server.ts'

// Files share a process: what one of them sets, or says in a language of its own, the next does not.
const key = Symbol.for('ban-tron.before-tests')
const held = globalThis as { [key]?: { language: typeof getLocale; environment: NodeJS.ProcessEnv } }
held[key] ??= { language: getLocale, environment: { ...process.env } }
overwriteGetLocale(held[key].language)
for (const name of Object.keys(process.env)) if (!(name in held[key].environment)) delete process.env[name]
Object.assign(process.env, held[key].environment)

process.env.NODE_ENV = 'test'
process.env.SESSION_SECRET ??= 'a secret for tests only, 32 characters or more'
process.env.APP_URL ??= 'http://localhost:3000'
process.env.LOG_LEVEL ??= 'silent'
// Never opened: a file that needs a database asks tests/database.ts for one.
process.env.DATABASE_URL ??= 'postgres://nobody@127.0.0.1:1/none'
forgetEnv()

import { accessSync, constants } from 'node:fs'
import { isIP } from 'node:net'
import * as z from 'zod'

const port = z
  .string()
  .refine((value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535, {
    message: 'must be a port number, 0 to 65535',
  })
  .transform(Number)
const url = (protocols: string[], example: string) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    message: `must look like ${example}`,
  })

const either = <const T extends string>(codes: T[]) =>
  z.enum(codes, { message: `must be one of ${codes.join(', ')}` })

const readable = z
  .string()
  .refine((file) => isReadable(file), { message: 'must name a file that can be read' })

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK)
    return true
  } catch {
    return false
  }
}

/** Each is of use with all of its own. */
const together = [
  [
    'APPLE_WALLET_TYPE',
    'APPLE_WALLET_TEAM',
    'APPLE_WALLET_CERTIFICATE',
    'APPLE_WALLET_KEY',
    'APPLE_WALLET_INTERMEDIATE',
  ],
  ['GOOGLE_WALLET_ISSUER', 'GOOGLE_WALLET_ACCOUNT'],
] as const

const sender = z.string().refine((value) => /^[^\r\n<>]*<?[^\s@<>]+@[^\s@<>]+>?$/.test(value), {
  message: 'must look like Name <mail@host>',
})

const schema = z.object({
  NODE_ENV: either(['development', 'production', 'test']).default('production'),
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/name'),
  DATA_DIR: z.string().min(1).default('./data'),
  PORT: port.default(3000),
  HOST: z
    .string()
    .refine((value) => isIP(value) !== 0 || /^[a-z0-9.-]+$/i.test(value), {
      message: 'must be an address to listen on',
    })
    .default('127.0.0.1'),
  APP_URL: url(['http:', 'https:'], 'https://events.example.org')
    .refine((value) => !URL.canParse(value) || /^https?:\/\/[^/?#@]+\/*$/i.test(value), {
      message: 'must be an origin without a path, such as https://events.example.org',
    })
    .optional(),
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtp://user:password@host:587').optional(),
  MAIL_FROM: sender.optional(),
  // For mails of their own kind; calendars come from MAIL_FROM, since their organizer is that address.
  MAIL_FROM_SERVICE: sender.optional(),
  MAIL_FROM_ADVERTISING: sender.optional(),
  REPLY_ADDRESS: z
    .string()
    // 27 characters of each invitation's own follow the local part, which may have 64.
    .refine((value) => /^[\w.%-]{1,37}@[a-z\d](?:[a-z\d.-]*[a-z\d])?$/i.test(value), {
      message:
        'must look like answers@events.example.org, without a plus and with at most 37 characters before the @',
    })
    .optional(),
  INBOUND_SMTP_PORT: port.optional(),
  INBOUND_SMTP_HOST: z.string().min(1).default('127.0.0.1'),
  IMAP_URL: url(['imap:', 'imaps:'], 'imaps://user:password@host:993/INBOX').optional(),
  INBOUND_SECRET: z.string().min(16, { message: 'must have at least 16 characters' }).optional(),
  DNS_OVER_HTTPS: url(['http:', 'https:'], 'https://dns.example.org/resolve').optional(),
  TRUSTED_AUTH_SERVER: z.string().min(1).optional(),
  SESSION_SECRET: z.string().min(32, { message: 'must have at least 32 characters' }),
  TRUST_PROXY: z
    .string()
    .refine((value) => /^(\d+|true|loopback|[0-9a-f.:/, ]+)$/i.test(value), {
      message: 'must be a number of proxies, `loopback`, or addresses',
    })
    .optional(),
  UNDO_SECONDS: z
    .string()
    .refine((value) => /^\d{1,3}$/.test(value) && Number(value) <= 600, {
      message: 'must be a number of seconds, 0 to 600',
    })
    .transform(Number)
    .default(60),
  APPLE_WALLET_TYPE: z
    .string()
    .regex(/^pass\.[\w.-]+$/, { message: 'must look like pass.org.example.ticket' })
    .optional(),
  APPLE_WALLET_TEAM: z
    .string()
    .regex(/^[A-Z0-9]{10}$/, { message: 'must be the ten characters of a team' })
    .optional(),
  APPLE_WALLET_CERTIFICATE: readable.optional(),
  APPLE_WALLET_KEY: readable.optional(),
  APPLE_WALLET_INTERMEDIATE: readable.optional(),
  GOOGLE_WALLET_ISSUER: z.string().regex(/^\d+$/, { message: 'must be the number of an issuer' }).optional(),
  GOOGLE_WALLET_ACCOUNT: readable.optional(),
  WORKER: either(['on', 'off']).default('on'),
  LOG_LEVEL: either(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export type Env = z.infer<typeof schema> & { APP_URL: string; MAIL_FROM: string }

/** The checked environment. Throws one sentence that names each wrong variable (never its value). */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = schema.safeParse(given)
  if (!result.success) {
    const wrong = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
    throw new Error(`Wrong environment: ${wrong.join('; ')}.`)
  }
  const appUrl = (result.data.APP_URL ?? `http://localhost:${result.data.PORT}`).replace(/\/+$/, '')
  if (result.data.SMTP_URL && !result.data.MAIL_FROM) {
    throw new Error('Wrong environment: MAIL_FROM must be set when SMTP_URL is.')
  }
  if (!result.data.REPLY_ADDRESS && /[^\s<"]{38,}@/.test(result.data.MAIL_FROM ?? '')) {
    throw new Error(
      'Wrong environment: REPLY_ADDRESS must be set when MAIL_FROM has more than 37 characters before the @.',
    )
  }
  for (const names of together) {
    const missing = names.filter((name) => !result.data[name])
    if (missing.length > 0 && missing.length < names.length)
      throw new Error(
        `Wrong environment: ${missing.join(', ')} must be set when ${names.filter((name) => result.data[name]).join(', ')} is.`,
      )
  }
  const mailFrom = result.data.MAIL_FROM ?? `Bàn Tròn <ban-tron@${mailDomain(appUrl)}>`
  return { ...result.data, APP_URL: appUrl, MAIL_FROM: mailFrom }
}

function mailDomain(appUrl: string): string {
  const { hostname } = new URL(appUrl)
  return hostname.includes('.') && isIP(hostname) === 0 ? hostname : 'ban-tron.localhost.invalid'
}

let checked: Env | undefined

/** The process's environment, checked at the first use. */
export function env(): Env {
  checked ??= parseEnv(process.env)
  return checked
}

/** For tests: forget what was read. */
export function forgetEnv() {
  checked = undefined
}

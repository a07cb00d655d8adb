import * as z from 'zod/mini'

const spaces = /[\p{Z}\s]+/gu
// Controls and invisible direction marks have no place in one line of text; they could hide or reorder what is read.
const unseen = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu

// A line of nothing but joiners and loose marks shows nothing, so it says nothing.
const shown = /[^\p{Cf}\p{M}]/u

const line = (text: string) => {
  const tidy = text.replace(spaces, ' ').replace(unseen, '').trim()
  return shown.test(tidy) ? tidy : ''
}
const lines = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()

const limited = (tidy: (text: string) => string, max: number, least: number) =>
  z.pipe(
    z.string(),
    z.pipe(
      z.transform(tidy),
      z
        .string()
        .check(
          z.minLength(least, 'shared.form.missing'),
          z.maxLength(max, `shared.form.too-long?max=${max}`),
        ),
    ),
  )

/** One line of text that must be there. Kept as written but for spaces at the ends and doubled ones. */
export const requiredLine = (max = 200) => limited(line, max, 1)
/** One line of text, empty when nothing was typed. */
export const optionalLine = (max = 200) => z._default(limited(line, max, 0), '')
/** Several lines of text that must be there. */
export const requiredText = (max = 10_000) => limited(lines, max, 1)
/** Several lines of text, empty when nothing was typed. */
export const optionalText = (max = 10_000) => z._default(limited(lines, max, 0), '')

// ASCII before the @ (no mail server here speaks SMTPUTF8, nor do calendar files), a named host with a letter at the end.
const address =
  /^(?=[^@]{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*@(([\p{L}\p{M}\d-]+\.)+[\p{L}\p{M}][\p{L}\p{M}\d-]+)$/u
const hostLabel = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/

/** Whether a mail, with a calendar file in it, can be addressed so: what is accepted here must not fail there. */
function isAddress(text: string): boolean {
  const domain = address.exec(text)?.[2]
  if (!domain) return false
  try {
    return new URL(`http://${domain}`).hostname.split('.').every((label) => hostLabel.test(label))
  } catch {
    return false
  }
}

// With the rest in order, letters such as "ư" before the @ are what is wrong, and the message says so.
const isForeign = (text: string) =>
  /^[^@]*[^\p{ASCII}@][^@]*@[^@]*$/u.test(text) && isAddress(text.replace(/[^\p{ASCII}](?=.*@)/gu, 'a'))

/** A mail address, as typed. */
export const email = () =>
  z.pipe(
    requiredLine(254),
    z.string().check(
      z.refine(isAddress, {
        error: ({ input }) => (isForeign(String(input)) ? 'shared.form.email-letters' : 'shared.form.email'),
      }),
    ),
  )

/** A link to another site, over https and to a host with a name; empty when nothing was typed. */
export const optionalLink = (max = 500) =>
  optionalLine(max).check(z.refine((text) => text === '' || isSafeLink(text), 'shared.form.link'))

function isSafeLink(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  const isNamed = hostname.split('.').length > 1 && /[a-z]$/.test(hostname)
  return protocol === 'https:' && isNamed && username === '' && password === ''
}

const ticked = ['on', 'true', 'yes', '1'] as const
const unticked = ['', 'off', 'false', 'no', '0'] as const

/** A ticked or unticked box: a form sends `on` or nothing, react-hook-form a boolean. Another word is no answer. */
export const checkbox = () =>
  z.pipe(
    z._default(z.union([z.boolean(), z.enum([...ticked, ...unticked], 'shared.form.wrong')]), false),
    z.transform((value) => value === true || (ticked as readonly unknown[]).includes(value)),
  )

/** A box that must be ticked; `message` says why. */
export const tickedBox = (message = 'shared.form.missing') =>
  z.pipe(checkbox(), z.literal(true, { error: message }))

/** One of the stored codes. */
export const oneOf = <const T extends readonly [string, ...string[]]>(
  codes: T,
  message = 'shared.form.choose',
) => z.enum(codes, { error: message })

/** The id of a row, as hidden fields and buttons carry it. */
export const rowId = (message = 'shared.form.out-of-date') => z.string().check(z.uuid(message))

/** What an integer of PostgreSQL holds. */
const largestInteger = 2_147_483_647

/** The revision a form was made from; `least` is 0 where there may be no row yet. */
export const revision = (least = 1) =>
  z.coerce
    .number('shared.form.out-of-date')
    .check(
      z.int('shared.form.out-of-date'),
      z.gte(least, 'shared.form.out-of-date'),
      z.lte(largestInteger, 'shared.form.out-of-date'),
    )

/** A whole number, or null when the field was left empty. */
export const optionalCount = (max = 1_000_000) =>
  z.pipe(
    z._default(z.string(), ''),
    z.pipe(
      z.transform((text: string) => (text.trim() === '' ? null : Number(text))),
      z.nullable(
        z
          .number('shared.form.wrong')
          .check(z.int('shared.form.wrong'), z.gte(0, 'shared.form.wrong'), z.lte(max, 'shared.form.wrong')),
      ),
    ),
  )

/** A file that must be there, of at least one byte; what kind it is, its reader finds out. */
export const requiredFile = () =>
  z.custom<File>((given) => given instanceof File && given.size > 0, 'shared.form.missing')

import { createHash, createVerify } from 'node:crypto'
import nodemailer from 'nodemailer'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetSignatures, signed } from '#app/features/mail/domain/sending/signature.server.ts'
import { forgetEnv } from '#app/shared/env.server.ts'
import { dkimKey, sendingCheck } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signsOf } from './advertising.server.ts'
import { listChecks, mayMailMany, startCheck } from './checks.server.ts'
import { NoAnswer } from './dns/dns.ts'
import { listKeys, makeKey, sendingDomains } from './keys.server.ts'
import type { Ways } from './look.server.ts'
import { dkimRecord } from './rules/dkim.ts'

const { db } = await testDatabase()

beforeEach(async () => {
  vi.stubEnv('MAIL_FROM', 'Bàn Tròn <events@bantron.org>')
  vi.stubEnv('SMTP_URL', 'smtp://mail.bantron.org:587')
  vi.stubEnv('APP_URL', 'https://bantron.org')
  forgetEnv()
  forgetSignatures()
  await db.delete(dkimKey)
  await db.delete(sendingCheck)
})
afterEach(() => {
  vi.unstubAllEnvs()
  forgetEnv()
  forgetSignatures()
})

const later = (minutes: number) => system(new Date(Date.now() + minutes * 60_000))

/** A domain where all is well but for what is said otherwise. */
function world(texts: Record<string, string[]> = {}): Ways {
  const known: Record<string, string[]> = {
    'bantron.org': ['v=spf1 a:mail.bantron.org -all'],
    '_dmarc.bantron.org': ['v=DMARC1; p=none'],
    ...texts,
  }
  return {
    tls: async () => 'ok',
    dns: {
      texts: async (name) => known[name] ?? [],
      addresses: async (name) => (name === 'mail.bantron.org' ? ['203.0.113.5'] : []),
      mailHosts: async () => [],
      names: async (address) => (address === '203.0.113.5' ? ['mail.bantron.org'] : []),
    },
  }
}

async function checked(ways: Ways, ctx = system()) {
  await (await startCheck(ctx, ways)).done
  const [last] = await listChecks(system())
  return { isGreen: last?.isGreen, codes: last?.findings.map(({ code }) => code) }
}

const published = async () => {
  const [key] = await listKeys('bantron.org')
  if (!key) throw new Error('There is no key')
  const { name, value } = dkimRecord(key)
  return { [name]: [value] }
}

const letter = {
  messageId: '<one@bantron.org>',
  from: { name: 'Bàn Tròn', address: 'events@BanTron.org' },
  to: { name: 'Lan', address: 'lan@example.org' },
  replyTo: 'hosts@example.org',
  subject: 'Đổi phòng',
  text: 'Phòng 2.  \n\nHẹn gặp.\n\n\n',
  html: '<p>Phòng 2.</p>',
  headers: {
    'List-Unsubscribe': '<https://bantron.org/unsubscribe/x>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  },
}

async function printed(other: Partial<typeof letter> = {}): Promise<string> {
  const printer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await printer.sendMail(await signed({ ...letter, ...other }))
  return String(message)
}

/** Checks a signature as a receiving host does (RFC 6376 6.1): the hash of the body, then that of the headers. */
function verify(mail: string, publicKey: string) {
  const end = mail.indexOf('\r\n\r\n')
  const fields = mail.slice(0, end).split(/\r\n(?![ \t])/)
  const nameOf = (field: string) => field.slice(0, field.indexOf(':')).toLowerCase()
  const signature = fields.find((field) => nameOf(field) === 'dkim-signature') ?? ''
  const bare = signature.slice(signature.indexOf(':') + 1).replace(/\r\n/g, '')
  const tags = new Map(
    bare.split(';').map((tag): [string, string] => {
      const at = tag.indexOf('=')
      return [tag.slice(0, at).trim(), tag.slice(at + 1).replace(/\s+/g, '')]
    }),
  )
  const relaxed = (field: string) =>
    `${nameOf(field)}:${field
      .slice(field.indexOf(':') + 1)
      .replace(/\r\n/g, '')
      .replace(/[ \t]+/g, ' ')
      .trim()}`
  const body = `${mail
    .slice(end + 4)
    .replace(/[ \t]+(?=\r\n)/g, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/(\r\n)+$/, '')}\r\n`
  const covered = (tags.get('h') ?? '').split(':')
  const lines = covered.map((name) => relaxed(fields.findLast((field) => nameOf(field) === name) ?? ''))
  const own = relaxed(signature.replace(/(\bb=)[^;]*$/, '$1'))
  const key = `-----BEGIN PUBLIC KEY-----\n${publicKey}\n-----END PUBLIC KEY-----`
  return {
    covered,
    domain: tags.get('d'),
    body: createHash('sha256').update(body).digest('base64') === tags.get('bh'),
    headers: createVerify('RSA-SHA256')
      .update([...lines, own].join('\r\n'))
      .verify(key, tags.get('b') ?? '', 'base64'),
  }
}

test('mail is signed from the check that finds the record, with both unsubscribe headers, and verifies', async () => {
  const { publicKey, sealedKey } = await makeKey(system())
  expect(sealedKey).not.toContain('PRIVATE')
  expect(await printed()).not.toContain('DKIM-Signature')
  expect(await checked(world())).toMatchObject({ isGreen: false })
  expect(await printed()).not.toContain('DKIM-Signature')
  expect(await checked(world(await published()))).toEqual({
    isGreen: true,
    codes: ['dkim-ok', 'spf-ok', 'dmarc-ok', 'tls-ok', 'reverse-ok', 'unsubscribe-ok'],
  })
  const mail = await printed()
  const found = verify(mail, publicKey)
  expect(found).toMatchObject({ domain: 'bantron.org', body: true, headers: true })
  expect(found.covered).toEqual(
    expect.arrayContaining(
      'from to subject date message-id mime-version reply-to list-unsubscribe list-unsubscribe-post'.split(
        ' ',
      ),
    ),
  )
  expect(verify(mail.replace('One-Click', 'Two-Clicks'), publicKey).headers).toBe(false)
  expect(verify(mail.replace('<p>', '<p> '), publicKey).body).toBe(false)
})

test('a record that is taken away stops the signing', async () => {
  await makeKey(system())
  await checked(world(await published()))
  expect(await printed()).toContain('DKIM-Signature')
  expect((await checked(world())).codes?.[0]).toBe('dkim-missing')
  expect(await printed()).not.toContain('DKIM-Signature')
})

test('a new key takes over only when its own record is there', async () => {
  await makeKey(system())
  const first = await published()
  await checked(world(first))
  const second = await makeKey(later(1))
  expect(await makeKey(later(2))).toMatchObject({ id: second.id })
  expect(await checked(world(first))).toMatchObject({ isGreen: true, codes: ['dkim-waiting', ...rest] })
  expect(await printed()).not.toContain(`s=${second.selector};`)
  await checked(world({ ...first, ...(await published()) }))
  expect((await printed()).replace(/\r\n\s+/g, ' ')).toContain(`s=${second.selector};`)
  expect(await listKeys('bantron.org')).toHaveLength(1)
})
const rest = ['spf-ok', 'dmarc-ok', 'tls-ok', 'reverse-ok', 'unsubscribe-ok']

test('a key that was sealed with another secret signs nothing, and a new one can be made', async () => {
  const first = await makeKey(system())
  await checked(world(await published()))
  vi.stubEnv('SESSION_SECRET', 'another secret that is long enough, surely')
  forgetEnv()
  forgetSignatures()
  expect(await printed()).not.toContain('DKIM-Signature')
  expect((await checked(world(await published()))).codes?.[0]).toBe('dkim-sealed')
  expect((await makeKey(later(1))).id).not.toBe(first.id)
})

test.each<[string, Record<string, string[]>, string[]]>([
  ['no SPF', { 'bantron.org': [] }, ['spf-missing']],
  ['anybody', { 'bantron.org': ['v=spf1 +all'] }, ['spf-open']],
  ['another host', { 'bantron.org': ['v=spf1 ip4:198.51.100.1 ~all'] }, ['spf-elsewhere']],
  ['no DMARC', { '_dmarc.bantron.org': [] }, ['dmarc-missing']],
])('with %s the page says what to do', async (_, texts, expected) => {
  await makeKey(system())
  const { codes } = await checked(world({ ...(await published()), ...texts }))
  expect(codes).toEqual(expect.arrayContaining(expected))
})

test('without answers nothing is known, and nothing is green', async () => {
  await makeKey(system())
  const silent = world()
  silent.dns.texts = () => Promise.reject(new NoAnswer('ETIMEOUT'))
  const { isGreen, codes } = await checked(silent)
  expect([isGreen, codes?.filter((code) => code === 'no-answer')]).toEqual([
    false,
    ['no-answer', 'no-answer', 'no-answer'],
  ])
})

test('more than two hundred mails wait for the green of the last check', async () => {
  expect([await mayMailMany(200), await mayMailMany(201)]).toEqual([true, false])
  await makeKey(system())
  await checked(world(await published()))
  expect(await mayMailMany(50_000)).toBe(true)
  await checked(world(), later(5))
  expect([await mayMailMany(200), await mayMailMany(201)]).toEqual([true, false])
  vi.stubEnv('SMTP_URL', '')
  forgetEnv()
  expect(await mayMailMany(50_000)).toBe(true)
})

test('each domain that mail comes from has a key, a record and a rule of its own', async () => {
  vi.stubEnv('MAIL_FROM_ADVERTISING', 'VFDA <news@news.bantron.org>')
  vi.stubEnv('MAIL_FROM_SERVICE', 'events@bantron.org')
  forgetEnv()
  expect(sendingDomains()).toEqual(['bantron.org', 'news.bantron.org'])
  const main = await makeKey(system())
  const own = dkimRecord(main)
  const domainOf = async (one: Partial<typeof letter>) =>
    /\bd=([^;]+);/.exec((await printed(one)).replace(/\r\n\s+/g, ' '))?.[1]
  const fromNews = { from: { name: 'VFDA', address: 'news@news.bantron.org' } }

  // One of the two has none: nothing speaks for what comes from it.
  const first = await checked(world({ [own.name]: [own.value] }))
  expect(first).toEqual({
    isGreen: false,
    codes: [
      'dkim-ok',
      'dkim-no-key',
      'spf-ok',
      'dmarc-ok',
      'dmarc-ok',
      'tls-ok',
      'reverse-ok',
      'unsubscribe-unsigned',
    ],
  })
  expect([await domainOf({}), await domainOf(fromNews)]).toEqual(['bantron.org', undefined])

  const second = await makeKey(later(1), 'news.bantron.org')
  const other = dkimRecord(second)
  expect(other.name).toMatch(/\._domainkey\.news\.bantron\.org$/)
  const texts = { [own.name]: [own.value], [other.name]: [other.value] }
  expect(await checked(world(texts))).toMatchObject({ isGreen: true })
  expect([await domainOf({}), await domainOf(fromNews)]).toEqual(['bantron.org', 'news.bantron.org'])
  expect(await mayMailMany(201)).toBe(true)

  // What is no domain of ours gets no key, and a check says nothing of domains that came later.
  await expect(makeKey(system(), 'example.org')).rejects.toMatchObject({ kind: 'invalid' })
  vi.stubEnv('MAIL_FROM_SERVICE', 'events@service.bantron.org')
  forgetEnv()
  expect(await mayMailMany(201)).toBe(false)
})

test.each([
  ['both, and signed for', 'h=from:list-unsubscribe:list-unsubscribe-post', true, [true, true]],
  ['one not signed for', 'h=from:list-unsubscribe', true, [true, false]],
  ['one that is missing', 'h=from', false, [false, false]],
])('an advertising mail is read as it leaves: %s', (_, covered, hasPost, expected) => {
  const mail = [
    `DKIM-Signature: v=1; a=rsa-sha256; d=bantron.org;\r\n ${covered}; b=x`,
    'List-Unsubscribe:\r\n <https://bantron.org/unsubscribe/x>',
    ...(hasPost ? ['List-Unsubscribe-Post: List-Unsubscribe=One-Click'] : []),
    '',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  ].join('\r\n')
  const { address, hasBoth, isCovered } = signsOf(mail)
  expect([address, hasBoth, isCovered]).toEqual(['https://bantron.org/unsubscribe/x', ...expected])
})

test('it is for the admins of organizations', async () => {
  const body = await organization()
  const organizer = signedIn(await memberOf(body, 'organizer'))
  await expect(makeKey(organizer)).rejects.toMatchObject({ kind: 'rights' })
  await expect(startCheck(organizer, world())).rejects.toMatchObject({ kind: 'rights' })
  await expect(listChecks(organizer)).rejects.toMatchObject({ kind: 'rights' })
  const admin = signedIn(await memberOf(body, 'admin'))
  expect((await makeKey(admin)).createdByName).not.toBe('')
})

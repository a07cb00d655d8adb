import nodemailer from 'nodemailer'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { filledMail, quotedPrintable } from './drawn-once.ts'
import { escaped, markOf } from './marks.ts'
import { type PlainMail, rawMail } from './raw-mail.server.ts'

const mail: PlainMail = {
  messageId: '<7f3c@example.org>',
  from: { name: 'Liên hoan phim', address: 'mail@example.org' },
  to: { name: 'Nguyễn "Tí", Lan', address: 'lan@example.org' },
  replyTo: [
    { name: '', address: 'answers+abc@example.org' },
    { name: '', address: 'hosts@example.org' },
  ],
  envelope: { from: 'mail@example.org', to: ['lan@example.org'] },
  subject: 'Mời quý vị đến Đà Nẵng: liên hoan phim châu Á mở cửa ngày 28 tháng 6, có chỗ cho quý vị',
  text: `Kính gửi Lan,\n\n${'Liên hoan phim mở cửa. '.repeat(12)}\n.\n.một dòng\nFrom đây \n\n-- \nVFDA\n`,
  html: `<p>Kính gửi Lan,</p><p>${'Liên hoan phim mở cửa = '.repeat(12)}</p><a href="https://x.example/a?b=c&amp;d=e">.</a>`,
  headers: {
    'Auto-Submitted': 'auto-generated',
    'List-Unsubscribe': `<https://x.example/unsubscribe/${'a'.repeat(120)}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  },
  xMailer: false,
}
const calendar = {
  method: 'REQUEST',
  filename: 'invite.ics',
  content: `BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Đà Nẵng\r\nDESCRIPTION:${'một '.repeat(15)}\r\nEND:VCALENDAR\r\n`,
}
const ticket = {
  filename: 'ticket.png',
  content: Buffer.from(Array.from({ length: 400 }, (_, at) => at % 256)),
  contentType: 'image/png',
  contentDisposition: 'inline' as const,
  cid: 'ticket@ban-tron',
}

const printer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
const byNodemailer = async (of: PlainMail) => String((await printer.sendMail(of)).message)

/** A mail as its reader's program has it. */
async function read(raw: string) {
  const { headers, attachments, html, text, ...said } = await PostalMime.parse(raw)
  return {
    ...said,
    html: html?.trim(),
    text: text?.replaceAll('\r\n', '\n').trim(),
    names: headers.map(({ key }) => key),
    attachments: attachments.map(({ content, ...rest }) => ({
      ...rest,
      content: Buffer.from(content as ArrayBuffer)
        .toString('latin1')
        .trim(),
    })),
  }
}

describe('a mail of our own making', () => {
  it.each([
    ['words alone', mail],
    ['with a ticket', { ...mail, attachments: [ticket] }],
    ['with a calendar', { ...mail, icalEvent: calendar }],
    ['with both', { ...mail, icalEvent: calendar, attachments: [ticket] }],
  ])('is read as nodemailer’s would be: %s', async (_, of) => {
    const [own, other] = [await read(rawMail(of)), await read(await byNodemailer(of))]
    const date = expect.any(String)
    expect({ ...own, headerLines: null }).toEqual({ ...other, headerLines: null, date })
    const outline = (raw: string) => raw.match(/^content-(type|id|disposition): *[^;\r]+/gim)?.sort()
    expect(outline(rawMail(of))).toEqual(outline(await byNodemailer(of)))
  })

  it('has no line that a mail host may break, and nothing outside ASCII', () => {
    const raw = rawMail({ ...mail, icalEvent: calendar, attachments: [ticket] })
    expect(raw).toMatch(/^[\x20-\x7e\r\n\t]*$/)
    expect(
      Math.max(
        ...raw
          .split('\r\n')
          .slice(20)
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(140)
    const [, ...bodies] = raw.split('\r\n\r\n')
    const lines = bodies.join('\r\n\r\n').split('\r\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(78)
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })
})

describe('words that are drawn once', () => {
  const drawn = {
    subject: `${markOf('name', 'Quý vị')} ơi`,
    text: `Kính gửi ${markOf('name', 'quý vị')},\n\n${'Đà Nẵng '.repeat(20)} ${markOf('list')}\n${markOf('name')}`,
    html: `<p>${markOf('name', 'quý vị')}</p><p>${'Đà Nẵng = '.repeat(20)}</p>${markOf('list')}${markOf('name')}`,
  }
  it.each([
    'Nguyễn "Tí", <x> & 🎬 = .',
    'a'.repeat(200),
    'Đặng Hoàng Giang '.repeat(9).trim(),
    '$& $1',
    'BTFIELDlistZZ',
    '',
  ])('say the same in a mail as on a page: %s', async (name) => {
    const { bodies, ...said } = filledMail(drawn, { name, list: 'Khán giả' })
    const got = await PostalMime.parse(rawMail({ ...mail, ...said }, bodies))
    expect(got.subject).toBe(said.subject)
    expect(got.text?.trim()).toBe(said.text.trim())
    expect(got.html?.trim()).toBe(said.html.trim())
    expect(said.text).toContain(name || 'quý vị')
    expect(said.html).toContain(escaped(name || 'quý vị'))
    for (const line of Object.values(bodies).join('\r\n').split('\r\n'))
      expect(line.length).toBeLessThanOrEqual(76)
  })

  it('leave what is no mark of theirs as it is', () => {
    const { text } = filledMail({ subject: '', html: '', text: 'BTFIELDotherZZ' }, { name: 'Lan' })
    expect(text).toBe('BTFIELDotherZZ')
  })
})

it('a text ends its lines as mails do, however it came', () => {
  expect(quotedPrintable('a\nb\r\nc\rd ')).toBe('a\r\nb\r\nc\r\nd=20')
})

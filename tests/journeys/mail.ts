import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, vi } from 'vitest'
import { faultsOf, readCalendar } from '#app/features/calendar/domain/calendar-reading.ts'
import { calendarParts, readMail } from '#tests/mailbox.ts'

type Site = { url: string; mailFolder: string }

/** The mails of one recipient in the order they were written, once there are so many. */
export async function mailsTo(site: Site, address: string, count: number) {
  const arrived = async () => {
    const files = (await readdir(site.mailFolder).catch(() => []))
      .filter((file) => file.endsWith('.eml'))
      .sort()
    const mails = await Promise.all(
      files.map(async (file) => readMail(await readFile(path.join(site.mailFolder, file)))),
    )
    const theirs = mails.filter(({ to }) => to?.some((recipient) => recipient.address === address))
    expect(theirs.length, `mails to ${address}`).toBeGreaterThanOrEqual(count)
    return theirs
  }
  const mails = await vi.waitFor(arrived, { timeout: 20_000, interval: 100 })
  expect(mails.map(({ subject }) => subject)).toHaveLength(count)
  return mails.map((mail) => ({ ...mail, link: linkIn(mail, site) }))
}

/** The invitation of a mail: in the body for programs that understand it, and attached for the others. */
export function invitationIn(mail: Awaited<ReturnType<typeof mailsTo>>[number]) {
  const parts = calendarParts(mail)
  expect(parts.map(({ mimeType }) => mimeType)).toEqual(['text/calendar', 'application/ics'])
  const [inside, attached] = parts
  expect(attached?.text).toBe(inside?.text)
  expect(faultsOf(inside?.text ?? '')).toEqual([])
  const { method, events } = readCalendar(inside?.text ?? '')
  expect([inside?.method, events.length]).toEqual([method, 1])
  return { method, event: events[0] as (typeof events)[number] }
}

function linkIn(mail: { text?: string | undefined; html?: string | undefined }, { url }: Site): string {
  const link = new RegExp(`${url}/(registrations|sign-in/link|memberships)/[\\w-]{43}`)
  const [inText = ''] = link.exec(mail.text ?? '') ?? []
  expect(mail.html).toContain(inText)
  return inText
}

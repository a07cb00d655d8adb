import type { Email } from 'postal-mime'

/** Mails of ours that a report of another host is about, by Message-ID, and what it says. */
export type ReturnedMail = { messageIds: string[]; words: string }

const longestText = 300

/** Reads a delivery report (RFC 3464); null when the mail is none, or says only that it takes longer. */
export function returnedMail(mail: Email, header: (name: string) => string[]): ReturnedMail | null {
  const [type = ''] = header('content-type')
  if (!/multipart\/report/i.test(type)) return null
  const parts = mail.attachments.map(({ mimeType, content }) => ({
    mimeType,
    text: (typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString('utf8'))
      .slice(0, 100_000)
      .replace(/\r?\n[ \t]+/g, ' '),
  }))
  const status =
    parts.find(({ mimeType }) => /^message\/(global-)?delivery-status/i.test(mimeType))?.text ?? ''
  if (!/^action:\s*failed\b/im.test(status)) return null
  const about = parts
    .filter(({ mimeType }) =>
      /^(message\/(rfc822|global)|text\/rfc822-headers|message\/global-headers)/i.test(mimeType),
    )
    .flatMap(({ text }) => /^message-id:\s*(<[^<>\s]{1,250}>)/im.exec(text)?.[1] ?? [])
  if (about.length === 0) return null
  const said = /^diagnostic-code:\s*(?:[\w-]+;)?\s*(.+)$/im.exec(status)?.[1]
  const code = /^status:\s*([\d.]+)/im.exec(status)?.[1]
  const words = (said ?? code ?? '')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, longestText)
  return { messageIds: about.slice(0, 5), words }
}

import type { IncomingMessage } from 'node:http'
import { isCleanText } from '#app/shared/forms/form-text.ts'
import { type Fault, isReadable } from './address.ts'
import type { BodyRule } from './body-rules.ts'

const mostFields = 1000
const replacement = Buffer.from('\ufffd')
const tooLarge: { fault: Fault } = { fault: { status: 413, code: 'too-large' } }
const unreadable: { fault: Fault } = { fault: { status: 400, code: 'form-unreadable' } }

/** The whole body of what is posted, or why it is refused. Read before Remix, so that no action meets a broken form. */
export async function readBody(
  req: IncomingMessage,
  { holds, limit }: BodyRule,
): Promise<{ body: Buffer } | { fault: Fault }> {
  if (Number(req.headers['content-length'] ?? 0) > limit) return tooLarge
  const body = await collected(req, limit)
  if (!body) return tooLarge
  if (holds === 'bytes') return { body }
  const found = await faultOfForm(req.headers['content-type'], body)
  return found ? { fault: found } : { body }
}

/** The bytes of the body, or null when they are too many. */
function collected(req: IncomingMessage, limit: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let length = 0
    req.on('data', (part: Buffer) => {
      length += part.length
      // What is too much is read and thrown away, or the sender would see a broken connection instead of the answer.
      if (length <= limit) parts.push(part)
      else {
        parts.length = 0
        resolve(null)
      }
    })
    req.on('end', () => resolve(Buffer.concat(parts)))
    req.on('error', reject)
    req.on('close', () => reject(new Error('the sender went away')))
  })
}

/** What is wrong with a body as a form; null when it is one. */
export async function faultOfForm(contentType: string | undefined, body: Buffer): Promise<Fault | null> {
  if (body.length === 0) return null
  const [type = '', ...parameters] = (contentType ?? '').split(';').map((text) => text.trim().toLowerCase())
  const charset = parameters.find((text) => text.startsWith('charset='))?.slice('charset='.length)
  if (charset && charset.replaceAll('"', '') !== 'utf-8') return { status: 415, code: 'form-type' }
  if (type === 'application/x-www-form-urlencoded') return isCleanQuery(body) ? null : unreadable.fault
  if (type === 'multipart/form-data')
    return (await isCleanMultipart(contentType ?? '', body)) ? null : unreadable.fault
  return { status: 415, code: 'form-type' }
}

function isCleanQuery(body: Buffer): boolean {
  const text = body.toString('latin1')
  // Browsers encode everything outside ASCII.
  if (!/^[\x20-\x7e]*$/.test(text) || !isReadable(text)) return false
  return text.split('&', mostFields + 1).length <= mostFields
}

async function isCleanMultipart(contentType: string, body: Buffer): Promise<boolean> {
  try {
    const fields = await new Response(new Uint8Array(body), {
      headers: { 'Content-Type': contentType },
    }).formData()
    let count = 0
    for (const [name, value] of fields) {
      if (++count > mostFields || !isCleanText(name)) return false
      if (typeof value !== 'string') continue
      if (!isCleanText(value)) return false
      // The parser puts a replacement character where the bytes were no UTF-8.
      if (value.includes('\ufffd') && !body.includes(replacement)) return false
    }
    return true
  } catch {
    return false
  }
}

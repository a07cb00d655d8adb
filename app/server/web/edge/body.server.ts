import type { IncomingMessage, ServerResponse } from 'node:http'
import { isCleanText } from '#app/shared/forms/form-text.ts'
import { type Fault, isReadable } from './address.ts'
import type { BodyBudget } from './body-budget.ts'
import type { BodyRule } from './body-rules.ts'
import { type Patience, watchSender } from './sender-patience.ts'

const mostFields = 1000
const replacement = Buffer.from('\ufffd')
const fault = (status: number, code: string, retryAfter?: number): { fault: Fault } => ({
  fault: { status, code, ...(retryAfter && { retryAfter }) },
})
const tooLarge = fault(413, 'too-large')
const tooSlow = fault(408, 'too-slow')
const unreadable = fault(400, 'form-unreadable')
const wrongType = fault(415, 'form-type')
export const tooBusy = fault(503, 'busy', 10)

/** How long the rest of a refused body is still read and thrown away, so that its sender gets to see the answer. */
const afterRefusal = 20_000

/** What can be said of a body before it is read: that it is too large, or of a type that nothing here takes. */
export function faultAhead(req: IncomingMessage, { holds, limit }: BodyRule): Fault | null {
  const announced = Number(req.headers['content-length'] ?? 0)
  if (announced > limit) return tooLarge.fault
  return holds === 'form' && announced > 0 && !formType(req.headers['content-type']) ? wrongType.fault : null
}

export type BodySink = {
  /** Takes the next part; false when there is no room for it. May be waited for. */
  take: (part: Buffer) => boolean | Promise<boolean>
}

/** Reads a body to its end into `sink`; answers why it was not taken in, or null. */
export function receive(req: IncomingMessage, limit: number, sink: BodySink, wait?: Patience) {
  return new Promise<Fault | null>((resolve, reject) => {
    let length = 0
    let isOver = false
    let taking: Promise<unknown> = Promise.resolve()
    const end = (found: { fault: Fault } | null) => {
      isOver = true
      resolve(found?.fault ?? null)
      if (found) req.resume()
    }
    const sender = watchSender(
      req,
      () => {
        if (isOver) return req.socket.destroy()
        end(tooSlow)
      },
      wait,
    )
    req.on('data', async (part: Buffer) => {
      sender.heard(part)
      length += part.length
      // What is too much is read and thrown away, or the sender would see a broken connection instead of the answer.
      if (isOver) return
      if (length > limit) return end(tooLarge)
      const taken = sink.take(part)
      if (typeof taken === 'boolean') return taken || end(tooBusy)
      req.pause()
      taking = taken.catch(() => false)
      const isTaken = await taking
      if (!isTaken && !isOver) end(tooBusy)
      req.resume()
    })
    // The end may be told while the last part is still on its way to its place.
    let hasEnded = false
    req.on('end', () => {
      hasEnded = true
      void taking.then((isTaken) => isOver || end(isTaken === false ? tooBusy : null))
    })
    // Not the error itself: its code would pass for a database that is away.
    const gone = () => hasEnded || reject(new Error('the sender went away'))
    req.on('error', gone)
    req.on('close', gone)
  })
}

/** Cuts off whoever goes on sending long after the answer. */
export function endWithAnswer(req: IncomingMessage, res: ServerResponse) {
  res.once('finish', () => {
    if (req.complete) return
    const cut = setTimeout(() => req.socket.destroy(), afterRefusal).unref()
    req.once('close', () => clearTimeout(cut))
  })
}

/** The whole body of what is posted, or why it is refused. Read before Remix, so that no action meets a broken form. */
export async function readBody(
  req: IncomingMessage,
  res: ServerResponse,
  { rule, budget }: { rule: BodyRule; budget: BodyBudget },
): Promise<{ body: Buffer } | { fault: Fault }> {
  const parts: Buffer[] = []
  let forget = () => {}
  const share = budget.open(() => forget())
  res.once('close', share.close)
  const given = new Promise<Fault>((resolve) => {
    forget = () => {
      parts.length = 0
      resolve(tooBusy.fault)
    }
  })
  const take = (part: Buffer) => {
    if (!share.take(part.length)) return false
    parts.push(part)
    return true
  }
  const fault = await Promise.race([receive(req, rule.limit, { take }), given])
  if (fault) {
    parts.length = 0
    share.close()
    return { fault }
  }
  share.whole()
  const body = Buffer.concat(parts)
  if (rule.holds === 'bytes') return { body }
  const found = await faultOfForm(req.headers['content-type'], body)
  return found ? { fault: found } : { body }
}

/** What is wrong with a body as a form; null when it is one. */
export async function faultOfForm(contentType: string | undefined, body: Buffer): Promise<Fault | null> {
  if (body.length === 0) return null
  const type = formType(contentType)
  if (!type) return wrongType.fault
  const isClean = type === 'query' ? isCleanQuery(body) : await isCleanMultipart(contentType ?? '', body)
  return isClean ? null : unreadable.fault
}

function formType(contentType: string | undefined): 'query' | 'parts' | null {
  const [type = '', ...parameters] = (contentType ?? '').split(';').map((text) => text.trim().toLowerCase())
  const charset = parameters.find((text) => text.startsWith('charset='))?.slice('charset='.length)
  if (charset && charset.replaceAll('"', '') !== 'utf-8') return null
  if (type === 'application/x-www-form-urlencoded') return 'query'
  return type === 'multipart/form-data' ? 'parts' : null
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

import { type IncomingHttpHeaders, request } from 'node:http'

export type Sent = {
  method?: string
  cookie?: string
  headers?: Record<string, string>
  /** Fields of a form, as a browser posts them. */
  form?: Record<string, string>
  /** A body as it is; with its `Content-Type` among the headers. */
  body?: string | Buffer
}
export type Answer = { status: number; headers: IncomingHttpHeaders; text: string }

const formType = { 'Content-Type': 'application/x-www-form-urlencoded' }

/** One request over the wire, its path as it is written: nothing is encoded, followed or kept. */
export function send({ port }: { port: number }, path: string, sent: Sent = {}): Promise<Answer> {
  const body = sent.form ? new URLSearchParams(sent.form).toString() : sent.body
  const method = sent.method ?? (body === undefined ? 'GET' : 'POST')
  const headers = {
    ...(sent.form && formType),
    ...(sent.cookie && { Cookie: sent.cookie }),
    ...(body !== undefined && { 'Content-Length': String(Buffer.byteLength(body)) }),
    ...sent.headers,
  }
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8')
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text })
      })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

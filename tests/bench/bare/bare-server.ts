import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a server answers without thinking: sent by the parent process. */
export type BareAnswer = { status: number; headers: string[]; body: string }

let answer: { status: number; headers: string[]; body: Buffer } | undefined

const server = createServer((_req, res) => {
  if (!answer) return void res.writeHead(503).end()
  res.writeHead(answer.status, answer.headers)
  if (answer.body.length > 0) res.end(answer.body)
  else res.end()
})
server.keepAliveTimeout = 65_000

process.on('message', ({ status, headers, body }: BareAnswer) => {
  answer = { status, headers, body: Buffer.from(body, 'base64') }
  process.send?.({ port: (server.address() as AddressInfo).port })
})
process.on('disconnect', () => process.exit(0))
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))

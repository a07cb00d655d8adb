import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** What the host has taken since it was last asked, and when, by its own clock. */
export type Taken = { count: number; seconds: number }

let times: number[] = []

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, _session, done) {
    stream.resume()
    stream.on('end', () => {
      times.push(performance.now())
      done()
    })
  },
})

process.on('message', (word) => {
  const first = times[0] ?? 0
  process.send?.({ count: times.length, seconds: ((times.at(-1) ?? 0) - first) / 1000 } satisfies Taken)
  if (word === 'forget') times = []
})
process.on('disconnect', () => process.exit(0))
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.server.address() as AddressInfo).port }))

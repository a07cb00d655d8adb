import { Agent, request } from 'node:http'

/** Asks again and again on one kept connection until it is told that this was the last answer. */
export async function askOn(port: number, path: string, asked: () => void): Promise<string> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  for (;;) {
    const answer = await new Promise<{ last: boolean } | { error: string }>((resolve) => {
      const req = request({ port, host: '127.0.0.1', path, agent }, (res) => {
        res.resume()
        res.on('end', () => resolve({ last: res.headers.connection === 'close' }))
      })
      req.on('error', (error: NodeJS.ErrnoException) => resolve({ error: String(error.code) }))
      req.end()
    })
    asked()
    if ('error' in answer) return answer.error
    if (answer.last) return 'told'
  }
}

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

// A server that holds streams and does nothing else: what a client costs at least.
const server = createServer((_req, res) => {
  res.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' })
  res.write('id: 0\ndata: {}\n\n')
})
process.on('disconnect', () => process.exit(0))
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))

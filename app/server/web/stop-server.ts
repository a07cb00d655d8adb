import type { Server } from 'node:http'

const patience = 8000

/** Answers what was asked, takes nothing new, and does not wait for ever. */
export async function stopServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const late = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearTimeout(late)
}

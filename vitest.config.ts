import { defineConfig } from 'vitest/config'
import { joinedMessages } from './app/messages/message-modules.ts'
import { WalksFirst } from './tests/walks-first.ts'

const shared = {
  setupFiles: ['./tests/setup.ts'],
  pool: 'forks' as const,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // What is waited for comes late on a busy machine, and no test is about how late.
  expect: { poll: { timeout: 15_000 } },
}
// What mocks a module or leaves a process changed has one of its own.
const alone = [
  'app/server/**/*.test.{ts,tsx}',
  'app/features/calendar/domain/invitation-template.test.ts',
  'app/features/live/domain/live-hub.test.ts',
  'app/features/mail/domain/sending/transport.test.ts',
]
const built = { esbuild: { jsx: 'automatic' as const }, plugins: [joinedMessages] }

export default defineConfig({
  test: {
    globalSetup: ['./tests/global-setup.ts'],
    // One worker a core: a file mostly waits for its database, its program or its browser.
    maxWorkers: '100%',
    sequence: { sequencer: WalksFirst },
    projects: [
      {
        ...built,
        // Rules, verbs and pages share their workers: half of the suite's time was importing the same modules again.
        test: {
          ...shared,
          name: 'rules',
          include: ['{app,db,emails}/**/*.test.{ts,tsx}'],
          exclude: alone,
          isolate: false,
          // One project after the other: a worker that changes between them begins anew.
          sequence: { groupOrder: 0 },
        },
      },
      { ...built, test: { ...shared, name: 'alone', include: alone, sequence: { groupOrder: 1 } } },
      {
        ...built,
        // Programs and browsers: the program under test is a process of its own, so that its files share workers too.
        test: {
          ...shared,
          name: 'running',
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/bench/**'],
          sequence: { groupOrder: 2 },
          // A browser beside a build or another suite can starve: once more, and the summary says so.
          retry: 1,
        },
      },
    ],
  },
})

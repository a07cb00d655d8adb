import type { Rule } from './rules.ts'

/** Who may do what about the hosts of an event, their guests, and those who come in at the door of the house. */
export const hostRules: Record<string, Rule> = {
  'organize/events/:event/quotas': { get: 'registrations.manage' },
  'organize/events/:event/quotas/:quota': { get: 'registrations.manage', post: 'registrations.manage' },
  'organize/events/:event/quotas/:quota/reminder': {
    get: 'registrations.manage',
    post: 'registrations.manage',
  },
  'organize/events/:event/quotas/:quota/guests/:guest/replacement': {
    get: 'registrations.manage',
    post: 'registrations.manage',
  },
  'organize/events/:event/quotas/:quota/guests/:guest/withdrawal': { post: 'registrations.manage' },
  'organize/events/:event/quotas/places': { get: 'hosts.edit', post: 'hosts.edit' },
  'organize/events/:event/security': { get: 'registrations.manage', post: 'hosts.edit' },
  'organize/events/:event/security/list': { get: 'registrations.manage' },
  'organize/events/:event/security.csv': { get: 'registrations.manage' },
  // The guest of the world is nobody's own.
  'organize/events/:event/security/:registration': { get: 'hosts.edit', post: 'hosts.edit' },
  'organize/events/:event/hosts': { get: 'event.read', post: 'hosts.edit' },
  'organize/events/:event/hosts/:organization/words': { get: 'event.edit', post: 'event.edit' },
  'organize/events/:event/hosts/:organization/withdrawal': { get: 'hosts.edit', post: 'hosts.edit' },
}

/**
 * A view of something that changes outside React, for `useSyncExternalStore`: looked at anew when it is published, and
 * one object until then.
 */
export function createWatched<View>(look: () => View) {
  let view = look()
  const listeners = new Set<() => void>()
  return {
    view: () => view,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    publish() {
      view = look()
      for (const listener of listeners) listener()
    },
  }
}

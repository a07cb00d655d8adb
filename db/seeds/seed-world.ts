import { danaff } from './danaff.ts'
import { danaffEditions } from './danaff-editions.ts'
import { danaffShortFilmDay } from './danaff-short-film-day.ts'
import { danaffStudentDay } from './danaff-student-day.ts'
import { friendsRoundtable } from './friends-roundtable.ts'
import { harvardApproval, harvardNotes } from './harvard-notes.ts'
import { harvardPeople } from './harvard-people.ts'
import { harvardRecap } from './harvard-recap.ts'
import { harvardRoundtable } from './harvard-roundtable.ts'
import { illustrativePeople } from './illustrative-people.ts'
import { initiatives } from './initiatives.ts'
import { lists } from './lists.ts'
import { organizations } from './organizations.ts'
import type { SeedWorld } from './world.ts'

/** Everything a fresh install knows, dated from the day of seeding. */
export function seedWorld(now: Date): SeedWorld {
  return {
    organizations,
    lists,
    people: [...harvardPeople, ...illustrativePeople],
    events: [
      harvardRoundtable,
      friendsRoundtable(now),
      ...danaffEditions,
      danaff(now),
      danaffStudentDay(now),
      danaffShortFilmDay(now),
    ],
    initiatives,
    records: [
      {
        event: harvardRoundtable.slug,
        notes: harvardNotes,
        approval: harvardApproval,
        recap: harvardRecap,
      },
    ],
  }
}

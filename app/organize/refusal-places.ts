const belowSeats = { field: 'capacity', message: 'organize.form.capacity-below-seats' }

/** Where a limit lower than the seats already taken is told, which only saving can find out. */
export const seatsTaken = {
  'category-capacity-below-seats': belowSeats,
  'event-capacity-below-seats': belowSeats,
  'session-capacity-below-seats': belowSeats,
}

/** Where an address that cannot be given to an event is told. */
export const slugRefusals = {
  'event-slug-taken': { field: 'slug', message: 'organize.form.slug-taken' },
}

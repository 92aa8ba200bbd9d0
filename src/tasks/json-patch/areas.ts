/** A kind of document that is patched, and how its members are called. */
export interface Area {
  /** Name of the tool. */
  domain: string
  /** Member with a person's name. */
  text: string
  /** Member with a count. */
  number: string
  /** Member that is true or false. */
  flag: string
  /** Member with a list of words. */
  list: string
}

const area = (domain: string, text: string, number: string, flag: string, list: string): Area => ({
  domain,
  text,
  number,
  flag,
  list,
})

/** The documents of every universe. */
export const AREAS: readonly Area[] = [
  area('catalog.patch', 'maker', 'stock', 'listed', 'tags'),
  area('team.patch', 'leader', 'budget', 'remote', 'members'),
  area('playlist.patch', 'owner', 'minutes', 'shared', 'songs'),
  area('recipe.patch', 'cook', 'servings', 'vegan', 'extras'),
  area('garden.patch', 'tenant', 'metres', 'fenced', 'plants'),
  area('garage.patch', 'keeper', 'bays', 'heated', 'tools'),
  area('course.patch', 'teacher', 'seats', 'online', 'topics'),
  area('trip.patch', 'guide', 'days', 'insured', 'stops'),
  area('menu.patch', 'chef', 'courses', 'spicy', 'dishes'),
  area('clinic.patch', 'nurse', 'beds', 'open', 'rooms'),
  area('studio.patch', 'artist', 'hours', 'booked', 'props'),
  area('museum.patch', 'curator', 'halls', 'free', 'exhibits'),
]

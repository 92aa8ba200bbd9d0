/** A kind of record that is created, and how people ask for it. */
export interface Area {
  /** Name of the tool. */
  domain: string
  /** Property with a person's last name. */
  person: string
  /** Property with a plain count. */
  count: string
  /** Ways to ask; `{person}`, `{count}` and `{wish}` stand for what is drawn. */
  wordings: readonly string[]
}

const area = (
  domain: string,
  person: string,
  count: string,
  wordings: readonly string[],
): Area => ({ domain, person, count, wordings })

/** The records of every universe. */
export const AREAS: readonly Area[] = [
  area('booking.create', 'guest', 'nights', [
    'Book {count} nights for {person}; {wish}.',
    '{person} stays {count} nights; {wish}.',
  ]),
  area('order.create', 'buyer', 'pieces', [
    '{person} orders {count} pieces; {wish}.',
    'An order of {count} pieces for {person}; {wish}.',
  ]),
  area('patient.create', 'patient', 'visits', [
    '{person} comes for {count} visits; {wish}.',
    'Admit {person} for {count} visits; {wish}.',
  ]),
  area('parcel.create', 'sender', 'boxes', [
    '{person} sends {count} boxes; {wish}.',
    'Ship {count} boxes for {person}; {wish}.',
  ]),
  area('ticket.create', 'reporter', 'copies', [
    '{person} reports a fault in {count} copies; {wish}.',
    'A ticket of {person} about {count} copies; {wish}.',
  ]),
  area('course.create', 'teacher', 'lessons', [
    '{person} teaches {count} lessons; {wish}.',
    'A course of {count} lessons by {person}; {wish}.',
  ]),
  area('loan.create', 'reader', 'books', [
    '{person} borrows {count} books; {wish}.',
    'Lend {count} books to {person}; {wish}.',
  ]),
  area('tour.create', 'guide', 'stops', [
    '{person} leads a tour of {count} stops; {wish}.',
    'A tour with {person} and {count} stops; {wish}.',
  ]),
  area('repair.create', 'owner', 'parts', [
    'A repair for {person} with {count} parts; {wish}.',
    '{person} needs {count} parts; {wish}.',
  ]),
  area('harvest.create', 'grower', 'crates', [
    '{person} delivers {count} crates; {wish}.',
    '{count} crates come from {person}; {wish}.',
  ]),
  area('shoot.create', 'artist', 'frames', [
    '{person} takes {count} frames; {wish}.',
    'A shoot of {count} frames by {person}; {wish}.',
  ]),
  area('lease.create', 'tenant', 'rooms', [
    '{person} rents {count} rooms; {wish}.',
    'A lease of {count} rooms for {person}; {wish}.',
  ]),
]

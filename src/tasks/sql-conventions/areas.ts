/** A business whose database is asked about. */
export interface Area {
  /** Name of the tool. */
  domain: string
  table: string
  /** Column with the other party of a row. */
  party: string
  /** Column with a small count; people use the same word. */
  quantity: string
}

const area = (domain: string, table: string, party: string, quantity: string): Area => ({
  domain,
  table,
  party,
  quantity,
})

/** The businesses of every universe. People call the rows by the table's name. */
export const AREAS: readonly Area[] = [
  area('shop.query', 'orders', 'customer', 'items'),
  area('clinic.query', 'visits', 'insurer', 'tests'),
  area('hotel.query', 'stays', 'agency', 'nights'),
  area('fleet.query', 'trips', 'client', 'stops'),
  area('library.query', 'loans', 'school', 'books'),
  area('print.query', 'jobs', 'client', 'pages'),
  area('farm.query', 'harvests', 'buyer', 'crates'),
  area('gym.query', 'bookings', 'company', 'seats'),
  area('freight.query', 'shipments', 'sender', 'boxes'),
  area('museum.query', 'tours', 'sponsor', 'guests'),
  area('bakery.query', 'deliveries', 'cafe', 'trays'),
  area('garage.query', 'repairs', 'owner', 'parts'),
]

/** A business whose database is asked about. */
export interface Area {
  /** Name of the tool. */
  domain: string
  table: string
  /** Column with the other party of a row, and what people call several of them. */
  party: string
  parties: string
  /** Column with a small count; people use the same word. */
  quantity: string
}

const area = (
  domain: string,
  table: string,
  party: string,
  parties: string,
  quantity: string,
): Area => ({ domain, table, party, parties, quantity })

/** The businesses of every universe. People call the rows by the table's name. */
export const AREAS: readonly Area[] = [
  area('shop.query', 'orders', 'customer', 'customers', 'items'),
  area('clinic.query', 'visits', 'insurer', 'insurers', 'tests'),
  area('hotel.query', 'stays', 'agency', 'agencies', 'nights'),
  area('fleet.query', 'trips', 'client', 'clients', 'stops'),
  area('library.query', 'loans', 'school', 'schools', 'books'),
  area('print.query', 'jobs', 'client', 'clients', 'pages'),
  area('farm.query', 'harvests', 'buyer', 'buyers', 'crates'),
  area('gym.query', 'bookings', 'company', 'companies', 'seats'),
  area('freight.query', 'shipments', 'sender', 'senders', 'boxes'),
  area('museum.query', 'tours', 'sponsor', 'sponsors', 'guests'),
  area('bakery.query', 'deliveries', 'cafe', 'cafes', 'trays'),
  area('garage.query', 'repairs', 'owner', 'owners', 'parts'),
]

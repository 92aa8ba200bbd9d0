/** A country with the codes and the part of the world that rules speak of. */
export interface Country {
  name: string
  iso2: string
  iso3: string
  continent: 'Europe' | 'Asia' | 'Africa' | 'South America'
}

/** Countries that requests mention; error messages use others. */
export const COUNTRIES: readonly Country[] = [
  { name: 'France', iso2: 'FR', iso3: 'FRA', continent: 'Europe' },
  { name: 'Italy', iso2: 'IT', iso3: 'ITA', continent: 'Europe' },
  { name: 'Poland', iso2: 'PL', iso3: 'POL', continent: 'Europe' },
  { name: 'Norway', iso2: 'NO', iso3: 'NOR', continent: 'Europe' },
  { name: 'Greece', iso2: 'GR', iso3: 'GRC', continent: 'Europe' },
  { name: 'Hungary', iso2: 'HU', iso3: 'HUN', continent: 'Europe' },
  { name: 'Japan', iso2: 'JP', iso3: 'JPN', continent: 'Asia' },
  { name: 'India', iso2: 'IN', iso3: 'IND', continent: 'Asia' },
  { name: 'Vietnam', iso2: 'VN', iso3: 'VNM', continent: 'Asia' },
  { name: 'Thailand', iso2: 'TH', iso3: 'THA', continent: 'Asia' },
  { name: 'Nepal', iso2: 'NP', iso3: 'NPL', continent: 'Asia' },
  { name: 'Mongolia', iso2: 'MN', iso3: 'MNG', continent: 'Asia' },
  { name: 'Kenya', iso2: 'KE', iso3: 'KEN', continent: 'Africa' },
  { name: 'Ghana', iso2: 'GH', iso3: 'GHA', continent: 'Africa' },
  { name: 'Egypt', iso2: 'EG', iso3: 'EGY', continent: 'Africa' },
  { name: 'Nigeria', iso2: 'NG', iso3: 'NGA', continent: 'Africa' },
  { name: 'Senegal', iso2: 'SN', iso3: 'SEN', continent: 'Africa' },
  { name: 'Uganda', iso2: 'UG', iso3: 'UGA', continent: 'Africa' },
  { name: 'Brazil', iso2: 'BR', iso3: 'BRA', continent: 'South America' },
  { name: 'Chile', iso2: 'CL', iso3: 'CHL', continent: 'South America' },
  { name: 'Peru', iso2: 'PE', iso3: 'PER', continent: 'South America' },
  { name: 'Bolivia', iso2: 'BO', iso3: 'BOL', continent: 'South America' },
  { name: 'Ecuador', iso2: 'EC', iso3: 'ECU', continent: 'South America' },
  { name: 'Argentina', iso2: 'AR', iso3: 'ARG', continent: 'South America' },
]

/** A language with its codes. */
export interface Language {
  name: string
  iso2: string
  iso3: string
}

/** Languages that requests mention. */
export const LANGUAGES: readonly Language[] = [
  { name: 'French', iso2: 'fr', iso3: 'fra' },
  { name: 'Italian', iso2: 'it', iso3: 'ita' },
  { name: 'Polish', iso2: 'pl', iso3: 'pol' },
  { name: 'Spanish', iso2: 'es', iso3: 'spa' },
  { name: 'Swedish', iso2: 'sv', iso3: 'swe' },
  { name: 'Finnish', iso2: 'fi', iso3: 'fin' },
  { name: 'Turkish', iso2: 'tr', iso3: 'tur' },
  { name: 'Japanese', iso2: 'ja', iso3: 'jpn' },
]

/** A thing that is bought or stored, with its sort. */
export interface Item {
  name: string
  sort: 'fruit' | 'tool' | 'garment' | 'furniture'
}

/** Things that requests mention. */
export const ITEMS: readonly Item[] = [
  { name: 'apples', sort: 'fruit' },
  { name: 'bananas', sort: 'fruit' },
  { name: 'pears', sort: 'fruit' },
  { name: 'cherries', sort: 'fruit' },
  { name: 'oranges', sort: 'fruit' },
  { name: 'hammers', sort: 'tool' },
  { name: 'screwdrivers', sort: 'tool' },
  { name: 'saws', sort: 'tool' },
  { name: 'pliers', sort: 'tool' },
  { name: 'wrenches', sort: 'tool' },
  { name: 'shirts', sort: 'garment' },
  { name: 'jackets', sort: 'garment' },
  { name: 'trousers', sort: 'garment' },
  { name: 'scarves', sort: 'garment' },
  { name: 'coats', sort: 'garment' },
  { name: 'tables', sort: 'furniture' },
  { name: 'chairs', sort: 'furniture' },
  { name: 'shelves', sort: 'furniture' },
  { name: 'sofas', sort: 'furniture' },
  { name: 'desks', sort: 'furniture' },
]

/** Departments, as people say them. */
export const DEPARTMENTS = ['sales', 'support', 'finance', 'legal'] as const

/** First names that requests mention. */
export const FIRST_NAMES = [
  'Anna',
  'Boris',
  'Clara',
  'David',
  'Elena',
  'Felix',
  'Greta',
  'Hugo',
  'Irene',
  'Jonas',
  'Karin',
  'Louis',
  'Marta',
  'Nils',
  'Olga',
  'Peter',
] as const

/** Last names that requests mention. */
export const LAST_NAMES = [
  'Adler',
  'Berger',
  'Costa',
  'Dupont',
  'Engel',
  'Fischer',
  'Garcia',
  'Hansen',
  'Ivanov',
  'Jansen',
  'Keller',
  'Lopez',
  'Moreau',
  'Novak',
  'Olsen',
  'Petrov',
] as const

/** What tickets, meetings and messages are about: words that no rule depends on. */
export const TOPICS = [
  'the broken printer',
  'a missing invoice',
  'the slow website',
  'a lost password',
  'the new contract',
  'the office move',
  'a late delivery',
  'the price list',
  'a wrong address',
  'the summer party',
  'the leaking roof',
  'a damaged parcel',
  'the yearly audit',
  'the phone bill',
  'a double booking',
  'the parking permit',
  'the holiday plan',
  'a noisy fan',
  'the spare keys',
  'the data export',
] as const

/** Organisations that requests mention: words that no rule depends on. */
export const COMPANIES = [
  'Alder Works',
  'Birch & Co',
  'Cedar Labs',
  'Delta Foods',
  'Elm Bank',
  'Fjord Travel',
  'Grove Media',
  'Harbor Clinic',
  'Iris Design',
  'Juniper Press',
  'Kite Motors',
  'Lumen Energy',
  'Maple School',
  'North Pier',
  'Opal Hotels',
  'Pine Records',
] as const

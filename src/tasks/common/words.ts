/** Short plain nouns that requests mention and no rule depends on; examples of rules use others. */
export const WORDS = (
  'lamp desk chair basket ladder kettle mirror candle blanket bucket hammer ribbon pillow carpet window bottle ' +
  'button camera drawer engine feather garden hinge island jacket kitchen lantern magnet needle oven paper quilt ' +
  'rocket saddle ticket umbrella violin wagon yacht anchor barrel compass diary easel folder goblet helmet inkpot ' +
  'jigsaw kayak locket marble napkin orchid paddle quiver rudder spanner teapot urn vase whistle zipper'
).split(' ')

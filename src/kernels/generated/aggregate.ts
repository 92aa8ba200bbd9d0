// Generated from src/kernels/assembly/aggregate.ts by `npm run generate`. Do not edit.

/** The compiled kernel, base64. */
export const aggregateWasm =
  'AGFzbQEAAAABBwFgAn9/AX0DAgEABQMBAAAHFgIJc3VtRmxvYXRzAAAGbWVtb3J5AgAKRgFEAgF7AX8DQCABIANKBEAgAiAAIANBAnRq/QAEAP3kASECIANBBGohAwwBCwsgAv0fACAC/R8BkiAC/R8CkiAC/R8Dkgs='

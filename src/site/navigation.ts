/** The ways into the archive that every page's header offers, besides search. */
export const BROWSE = [
  { path: "products/", label: "Products" },
  { path: "keywords/", label: "Keywords" },
  { path: "years/", label: "Years" },
  { path: "types/", label: "Types" },
  { path: "kb/", label: "Numbers" },
  { path: "simulators/", label: "Simulators" },
] as const;

// What the site tells the map: /api/v1/map.

export type Point = readonly [longitude: number, latitude: number];

export interface Tie {
  readonly id: string;
  readonly url: string;
  readonly name: string;
  readonly form: string;
  readonly words: string;
  readonly standing: boolean;
  readonly ends: readonly { readonly name: string; readonly at: Point }[];
}

export interface Chart {
  readonly home: { readonly name: string; readonly at: Point } | null;
  readonly ties: readonly Tie[];
}

// The line of each form, also told by words in the legend: dashes in CSS pixels, widths likewise.
export const LINES: Readonly<Record<string, { readonly dash: readonly number[]; readonly width: number }>> = {
  sister: { dash: [], width: 2 },
  partnership: { dash: [], width: 1.5 },
  friendship: { dash: [9, 4], width: 1.75 },
  project_partnership: { dash: [12, 3, 2, 3], width: 1.5 },
  cooperation: { dash: [5, 3], width: 1.5 },
  exchange: { dash: [5, 3, 1, 3], width: 1.5 },
  memorandum: { dash: [2, 3], width: 1.75 },
  letter_of_intent: { dash: [1.5, 3], width: 1.75 },
  declaration: { dash: [1, 4], width: 1.5 },
  other: { dash: [3, 5], width: 1.25 },
};

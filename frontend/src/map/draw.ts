// Puts land, arcs, dots and names on a canvas. Knows nothing of events.
import { geoPath, type GeoProjection } from "d3-geo";
import { BORDERS, LAND } from "./world";
import { LINES, type Chart, type Point, type Tie } from "./tie";

export interface Ink {
  readonly colour: (name: string) => string;
  readonly font: string;
  readonly borders: boolean;
}

export interface View {
  readonly projection: GeoProjection;
  readonly width: number;
  readonly height: number;
  readonly lit: Tie | undefined;
}

export function draw(context: CanvasRenderingContext2D, chart: Chart, view: View, ink: Ink): void {
  const path = geoPath(view.projection, context);
  context.clearRect(0, 0, view.width, view.height);
  ground(context, path, ink);
  context.lineCap = "round";
  for (const tie of chart.ties) if (tie !== view.lit) arc(context, path, tie, ink, view.lit ? 0.22 : 0.9);
  if (view.lit) arc(context, path, view.lit, ink, 1, 1.25);
  dots(context, chart, view, ink);
  names(context, chart, view, ink);
}

type Path = ReturnType<typeof geoPath>;

function ground(context: CanvasRenderingContext2D, path: Path, ink: Ink): void {
  context.beginPath();
  path(LAND);
  context.fillStyle = ink.colour("land");
  context.fill();
  if (!ink.borders) return;
  context.beginPath();
  path(BORDERS);
  context.strokeStyle = ink.colour("border");
  context.lineWidth = 0.75;
  context.stroke();
}

function arc(context: CanvasRenderingContext2D, path: Path, tie: Tie, ink: Ink, alpha: number, wider = 0): void {
  const line = LINES[tie.form] ?? LINES["other"]!;
  context.beginPath();
  path({ type: "LineString", coordinates: tie.ends.map((end) => [...end.at]) });
  context.globalAlpha = tie.standing ? alpha : alpha * 0.45;
  context.strokeStyle = ink.colour(tie.form);
  context.lineWidth = line.width + wider;
  context.setLineDash([...line.dash]);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

function dots(context: CanvasRenderingContext2D, chart: Chart, view: View, ink: Ink): void {
  const many = chart.ties.length > 400;
  for (const tie of chart.ties) {
    context.globalAlpha = view.lit && tie !== view.lit ? 0.35 : 1;
    for (const end of tie.ends) dot(context, view.projection(end.at as [number, number]), many ? 1.5 : 3, ink.colour(tie.form), ink);
  }
  context.globalAlpha = 1;
  if (chart.home) dot(context, view.projection(chart.home.at as [number, number]), 4.5, ink.colour("dot"), ink);
}

function dot(context: CanvasRenderingContext2D, at: [number, number] | null, radius: number, fill: string, ink: Ink): void {
  if (!at) return;
  context.beginPath();
  context.arc(at[0], at[1], radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
  if (radius < 2) return;
  context.strokeStyle = ink.colour("leaf");
  context.lineWidth = 1.25;
  context.stroke();
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

// Names where they fit: the home first, the lit tie next, then in the order of the list; one that would cover another stays away.
function names(context: CanvasRenderingContext2D, chart: Chart, view: View, ink: Ink): void {
  const taken: Box[] = [];
  const wanted: { name: string; at: Point; strong: boolean }[] = [];
  if (chart.home) wanted.push({ ...chart.home, strong: true });
  for (const end of view.lit?.ends ?? []) wanted.push({ ...end, strong: true });
  if (chart.ties.length <= 400) for (const tie of chart.ties) for (const end of tie.ends) wanted.push({ ...end, strong: false });
  const told = new Set<string>();
  for (const { name, at, strong } of wanted) {
    const place = `${name}|${at[0]}|${at[1]}`;
    if (told.has(place)) continue;
    told.add(place);
    const spot = view.projection(at as [number, number]);
    if (spot && (strong || !view.lit)) label(context, name, spot, strong, taken, view, ink);
  }
}

function label(context: CanvasRenderingContext2D, name: string, [x, y]: [number, number], strong: boolean, taken: Box[], view: View, ink: Ink): void {
  context.font = `${strong ? "600 " : ""}${ink.font}`;
  const width = context.measureText(name).width;
  const spots: Point[] = [[x + 7, y + 4], [x - 7 - width, y + 4], [x - width / 2, y - 9], [x - width / 2, y + 17]];
  for (const [left, base] of spots) {
    const box: Box = [left - 2, base - 12, left + width + 2, base + 4];
    const inside = box[0] >= 0 && box[2] <= view.width && box[1] >= 0 && box[3] <= view.height;
    if (!inside || taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) continue;
    taken.push(box);
    context.lineJoin = "round";
    context.lineWidth = 3.5;
    context.strokeStyle = ink.colour("sea");
    context.strokeText(name, left, base);
    context.fillStyle = ink.colour("ink");
    context.fillText(name, left, base);
    return;
  }
}

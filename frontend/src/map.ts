// The map: a picture of the list beside it. Everything it says is in that list; this only draws it, and lights what is pointed at.
import { select } from "d3-selection";
import { zoom, zoomIdentity, type ZoomTransform } from "d3-zoom";
import { draw, type Ink } from "./map/draw";
import { tracks, under, type Track } from "./map/hit";
import type { Chart, Tie } from "./map/tie";
import { closeProjection, worldProjection } from "./map/world";

for (const figure of document.querySelectorAll<HTMLElement>("[data-map]")) void start(figure);

async function start(figure: HTMLElement): Promise<void> {
  const canvas = figure.querySelector("canvas");
  const context = canvas?.getContext("2d", { willReadFrequently: true });
  if (!canvas || !context) return;
  const chart = await fetched(figure.dataset["map"] ?? "");
  if (typeof chart === "string") return tell(figure, `The map cannot be drawn (${chart}). Reload the page to try again; the words beside it say the same.`);
  new Chartmap(figure, canvas, context, chart);
}

async function fetched(address: string): Promise<Chart | string> {
  try {
    const answer = await fetch(address, { headers: { accept: "application/json" } });
    return answer.ok ? ((await answer.json()) as Chart) : String(answer.status);
  } catch {
    return "no connection";
  }
}

function tell(figure: HTMLElement, words: string): void {
  const instead = figure.querySelector(".unless");
  if (instead) return void (instead.textContent = words);
  const note = document.createElement("p");
  note.className = "note warning";
  note.textContent = words;
  figure.append(note);
}

class Chartmap {
  private moved: ZoomTransform = zoomIdentity;
  private lit: Tie | undefined;
  private projection = worldProjection({ home: null, ties: [] }, 100, 50);
  private trails: Track[] = [];
  private width = 0;
  private height = 0;
  private asked = false;
  private readonly tip: HTMLElement | null;
  private readonly behaviour = zoom<HTMLCanvasElement, unknown>();

  constructor(private readonly figure: HTMLElement, private readonly canvas: HTMLCanvasElement, private readonly context: CanvasRenderingContext2D, private readonly chart: Chart) {
    this.tip = figure.querySelector(".tip");
    this.listen();
    new ResizeObserver(() => this.measure()).observe(canvas);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.ask());
    this.measure();
  }

  private measure(): void {
    const box = this.canvas.getBoundingClientRect();
    if (!box.width) return;
    const ratio = window.devicePixelRatio || 1;
    [this.width, this.height] = [box.width, box.height];
    [this.canvas.width, this.canvas.height] = [Math.round(box.width * ratio), Math.round(box.height * ratio)];
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.behaviour.extent([[0, 0], [this.width, this.height]]).translateExtent([[0, 0], [this.width, this.height]]);
    this.project();
  }

  private project(): void {
    const fit = this.figure.dataset["view"] === "close" ? closeProjection : worldProjection;
    this.projection = fit(this.chart, this.width, this.height);
    const [x, y] = this.projection.translate();
    const { k } = this.moved;
    this.projection.scale(this.projection.scale() * k).translate([x * k + this.moved.x, y * k + this.moved.y]);
    this.trails = tracks(this.chart.ties, this.projection);
    this.ask();
  }

  private ask(): void {
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame(() => {
      this.asked = false;
      draw(this.context, this.chart, { projection: this.projection, width: this.width, height: this.height, lit: this.lit }, this.ink());
      this.figure.dataset["drawn"] = String(this.chart.ties.length);
    });
  }

  private ink(): Ink {
    const style = getComputedStyle(this.figure);
    return {
      colour: (name) => style.getPropertyValue(`--${name}`).trim() || style.getPropertyValue("--other"),
      font: `12.5px ${style.fontFamily}`,
      borders: this.figure.dataset["borders"] !== "none",
    };
  }

  private listen(): void {
    this.behaviour.scaleExtent([1, 12]).on("zoom", (event: { transform: ZoomTransform }) => {
      this.moved = event.transform;
      this.project();
    });
    // One finger and the plain wheel go on scrolling the page.
    this.behaviour.filter((event: Event) => {
      if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
      return "touches" in event ? (event as TouchEvent).touches.length > 1 : !(event as MouseEvent).button;
    });
    const surface = select(this.canvas).call(this.behaviour).on("dblclick.zoom", null);
    this.canvas.style.touchAction = "pan-x pan-y";
    this.canvas.addEventListener("mousemove", (event) => this.point(event));
    this.canvas.addEventListener("mouseleave", () => this.light(undefined));
    this.canvas.addEventListener("click", (event) => this.open(event));
    for (const button of this.figure.querySelectorAll<HTMLButtonElement>("[data-zoom]")) {
      button.addEventListener("click", () => {
        const by = Number(button.dataset["zoom"]);
        if (by) this.behaviour.scaleBy(surface, by);
        else this.behaviour.transform(surface, zoomIdentity);
      });
    }
    this.figure.querySelector(".tools")?.removeAttribute("hidden");
    this.follow();
  }

  // The list beside the map lights the arc of the tie that is focused or pointed at.
  private follow(): void {
    const byId = new Map(this.chart.ties.map((tie) => [tie.id, tie]));
    for (const row of document.querySelectorAll<HTMLElement>("[data-tie]")) {
      const tie = byId.get(row.dataset["tie"] ?? "");
      for (const event of ["focusin", "mouseenter"]) row.addEventListener(event, () => this.light(tie));
      for (const event of ["focusout", "mouseleave"]) row.addEventListener(event, () => this.light(undefined));
    }
  }

  private point(event: MouseEvent): void {
    const tie = under(this.trails, event.offsetX, event.offsetY);
    this.canvas.style.cursor = tie ? "pointer" : "";
    this.light(tie);
    if (!this.tip) return;
    this.tip.hidden = !tie;
    if (!tie) return;
    this.tip.textContent = `${tie.name} — ${tie.words}`;
    this.tip.style.left = `${Math.min(event.offsetX + 14, Math.max(0, this.width - this.tip.offsetWidth - 4))}px`;
    this.tip.style.top = `${Math.min(event.offsetY + 16, this.height - this.tip.offsetHeight)}px`;
  }

  private open(event: MouseEvent): void {
    const tie = under(this.trails, event.offsetX, event.offsetY);
    if (tie) window.location.assign(tie.url);
  }

  private light(tie: Tie | undefined): void {
    if (this.tip && !tie) this.tip.hidden = true;
    if (tie === this.lit) return;
    this.lit = tie;
    this.ask();
    for (const row of document.querySelectorAll<HTMLElement>("[data-tie]")) row.classList.toggle("lit", row.dataset["tie"] === tie?.id);
  }
}

declare module 'plotly.js-basic-dist-min' {
  type Figure = Record<string, unknown>;
  const plotly: {
    version: string;
    newPlot(div: HTMLElement, traces: Figure[], layout: Figure, config: Figure): Promise<unknown>;
    react(div: HTMLElement, traces: Figure[], layout: Figure, config: Figure): Promise<unknown>;
    restyle(div: HTMLElement, changes: Figure, traces: number[]): Promise<unknown>;
    relayout(div: HTMLElement, changes: Figure): Promise<unknown>;
    animate(div: HTMLElement, frame: Figure, options: Figure): Promise<unknown>;
    purge(div: HTMLElement): void;
  };
  export default plotly;
}

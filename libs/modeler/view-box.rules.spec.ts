import { boxOf, centerBox, freeBox, openingBox } from './view-box.rules';

describe('what part of a drawing is shown', () => {
  it('keeps the whole drawing to the right of the palette', () => {
    const drawing = { x: 100, y: 50, width: 2_000, height: 400 };
    const box = freeBox(drawing, { width: 1_000, height: 600 }, 130);
    const zoom = 1_000 / box.width;
    expect((drawing.x - box.x) * zoom).toBeGreaterThanOrEqual(130);
    expect((drawing.x + drawing.width - box.x) * zoom).toBeLessThanOrEqual(1_000);
  });

  it('does not enlarge a small drawing', () => {
    expect(freeBox({ x: 0, y: 0, width: 50, height: 50 }, { width: 800, height: 600 }, 100).width).toBe(800);
  });

  it('opens a long drawing at its left end, large enough to be read', () => {
    const box = openingBox({ x: 100, y: 0, width: 6_000, height: 600 }, { width: 900, height: 600 }, 130);
    const zoom = 900 / box.width;
    expect(zoom).toBeCloseTo(0.65);
    expect((100 - box.x) * zoom).toBeGreaterThanOrEqual(130);
  });

  it('centers an element and makes it large enough to be read', () => {
    const box = centerBox({ x: 500, y: 300, width: 100, height: 80 }, { scale: 0.3, outer: { width: 900, height: 450 } });
    expect(box).toEqual({ x: 50, y: 90, width: 1_000, height: 500 });
  });

  it('takes the corners of a connection', () => {
    const corner = (x: number, y: number): { x: number; y: number } => ({ x, y });
    expect(boxOf({ waypoints: [corner(10, 40), corner(60, 40), corner(60, 90)] })).toEqual({ x: 10, y: 40, width: 50, height: 50 });
  });

  it('knows no place for the process itself', () => {
    expect(boxOf({})).toBeUndefined();
  });
});

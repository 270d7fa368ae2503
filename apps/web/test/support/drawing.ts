import type { Locator, Page } from 'playwright-core';

/** A place on the screen. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** Takes a step from the palette, drops it on a flow of the open drawing and names it. Answers where it stands. */
export async function drawStep(page: Page, name: string, flowId: string): Promise<ScreenPoint> {
  const flow = page.locator(`[data-element-id="${flowId}"]`);
  await flow.waitFor({ state: 'attached' });
  await page.locator('.djs-palette').getByLabel('办理环节').click();
  const place = await pointOn(flow);
  await page.mouse.move(place.x, place.y, { steps: 6 });
  await page.mouse.click(place.x, place.y);
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  return place;
}

/** A point of the screen that lies on a flow, near its middle. */
function pointOn(flow: Locator): Promise<ScreenPoint> {
  return flow.locator('.djs-visual > path').evaluate((shape) => {
    const path = shape as unknown as SVGPathElement;
    const { x, y } = path.getPointAtLength(path.getTotalLength() * 0.45);
    const onScreen = new DOMPoint(x, y).matrixTransform(path.getScreenCTM() ?? new DOMMatrix());
    return { x: onScreen.x, y: onScreen.y };
  });
}

import { build } from './build.js';
import { prepare } from './prepare.js';
import { findChromium, findFirefox, findWebKitDriver, findXvfb } from './programs.js';
import { main } from './run.js';
import { runVitest } from './runners.js';
import { runSteps } from './steps.js';

await main(async () => {
  await prepare('browsers');
  return runSteps([
    { name: 'The site', run: build },
    {
      name: 'Tests in Chromium, Firefox and WebKit',
      run: () =>
        runVitest('browsers', {
          CHROMIUM_PATH: findChromium(),
          FIREFOX_PATH: findFirefox(),
          WEBKIT_DRIVER_PATH: findWebKitDriver(),
          XVFB_PATH: findXvfb(),
        }),
    },
  ]);
});

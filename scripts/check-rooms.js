import { checkRooms } from './rooms.js';
import { Failure, main, root, say } from './run.js';

await main(async () => {
  const problems = checkRooms(root);
  if (problems.length > 0) throw new Failure(problems.join('\n'));
  say('Rooms keep to themselves.');
});

const tests = [];

export const test = (name, body) => tests.push({ name, body });

/** Runs all tests. A result has the test's name, and the failure or null. */
export async function run() {
  const results = [];
  for (const { name, body } of tests) results.push({ name, failure: await failureOf(body) });
  return results;
}

async function failureOf(body) {
  try {
    await body();
    return null;
  } catch (failure) {
    return failure.message;
  }
}

export function equal(actual, expected) {
  const [is, should] = [actual, expected].map(each => JSON.stringify(each));
  if (is !== should) throw new Error(`expected ${should} but was ${is}`);
}

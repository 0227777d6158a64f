/**
 * The benchmark of {@code docs/performance.md}: measures the running application against its own
 * limits and a minimal peer. {@link diundashboard.benchmark.Benchmark} is its main class.
 */
package diundashboard.benchmark;

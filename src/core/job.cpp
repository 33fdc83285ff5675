#include <algorithm>
#include <atomic>
#include <thread>

#include "tidewaiter/core.h"

namespace tw {

void Job::begin(std::string_view stage, std::uint64_t total, std::string_view unit) const {
  if (progress != nullptr) progress->begin(stage, total, unit);
}
void Job::advance(std::uint64_t amount) const {
  if (progress != nullptr) progress->advance(amount);
}
void Job::end() const {
  if (progress != nullptr) progress->end();
}
void Job::note(std::string_view message) const {
  if (progress != nullptr) progress->note(message);
}

Status Job::go_on() const {
  if (!stop.stop_requested()) return {};
  return fail(ErrorKind::interrupted, "Interrupted before the work was done.",
              "Nothing was published; run the same command again to go on.");
}

void parallel_chunks(std::size_t count, std::size_t chunk, unsigned threads,
                     std::function<void(std::size_t, std::size_t)> const& work) {
  ensure(chunk > 0, "a chunk holds at least one item");
  std::size_t const chunks = (count + chunk - 1) / chunk;
  std::atomic<std::size_t> next{0};
  auto const run = [&]() noexcept {
    for (std::size_t i = next.fetch_add(1); i < chunks; i = next.fetch_add(1)) {
      work(i * chunk, std::min(count, (i + 1) * chunk));
    }
  };
  std::size_t const helpers = std::min<std::size_t>(std::max(threads, 1U), chunks);
  std::vector<std::jthread> pool;
  for (std::size_t i = 1; i < helpers; ++i) pool.emplace_back(run);
  run();
}

}  // namespace tw

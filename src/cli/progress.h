// Progress of long work on standard error: a line that moves on a terminal, quiet elsewhere.
// Private to the cli room.
#pragma once

#include <chrono>
#include <mutex>

#include "tidewaiter/core.h"

namespace tw::cli {

class TerminalProgress final : public Progress {
 public:
  explicit TerminalProgress(bool quiet);
  ~TerminalProgress() override;
  void begin(std::string_view stage, std::uint64_t total, std::string_view unit) override;
  void advance(std::uint64_t amount) override;
  void end() override;
  void note(std::string_view message) override;

 private:
  using Clock = std::chrono::steady_clock;
  void draw();
  void wipe();

  std::mutex mutex_;
  bool quiet_;
  bool moving_;  ///< Standard error is a terminal.
  bool drawn_ = false;
  bool running_ = false;
  std::string stage_;
  std::string unit_;
  std::uint64_t total_ = 0;
  std::uint64_t done_ = 0;
  Clock::time_point started_;
  Clock::time_point shown_;
};

}  // namespace tw::cli

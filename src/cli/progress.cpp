#include "cli/progress.h"

#include <cmath>

#include <fmt/core.h>

#include "cli/shell.h"

namespace tw::cli {
namespace {

constexpr auto kRedrawEvery = std::chrono::milliseconds(100);
constexpr std::size_t kBarColumns = 24;

/// "1.2 GB" for bytes, "1 204 331 rows" for the rest.
std::string amount(std::uint64_t number, std::string_view unit) {
  if (unit != "bytes") return fmt::format("{} {}", grouped(number), unit);
  if (number >= 1'000'000'000) return fmt::format("{:.1f} GB", static_cast<double>(number) / 1e9);
  return fmt::format("{:.1f} MB", static_cast<double>(number) / 1e6);
}

std::string time_left(double seconds) {
  auto const whole = static_cast<std::uint64_t>(std::llround(seconds));
  if (whole >= 60) return fmt::format("{} min {:02} s left", whole / 60, whole % 60);
  return fmt::format("{} s left", whole);
}

}  // namespace

TerminalProgress::TerminalProgress(bool quiet) : quiet_(quiet), moving_(is_terminal(stderr)) {}
TerminalProgress::~TerminalProgress() { wipe(); }

void TerminalProgress::begin(std::string_view stage, std::uint64_t total, std::string_view unit) {
  std::lock_guard const lock(mutex_);
  stage_ = stage;
  unit_ = unit;
  total_ = total;
  done_ = 0;
  running_ = true;
  started_ = Clock::now();
  shown_ = {};
  draw();
}

void TerminalProgress::advance(std::uint64_t amount) {
  std::lock_guard const lock(mutex_);
  done_ += amount;
  draw();
}

void TerminalProgress::end() {
  std::lock_guard const lock(mutex_);
  running_ = false;
  wipe();
}

void TerminalProgress::note(std::string_view message) {
  std::lock_guard const lock(mutex_);
  if (quiet_) return;
  wipe();
  fmt::print(stderr, "{}\n", message);
  std::fflush(stderr);
  if (running_) draw();
}

void TerminalProgress::draw() {
  auto const now = Clock::now();
  if (quiet_ || !moving_ || now - shown_ < kRedrawEvery) return;
  shown_ = now;
  double const seconds = std::chrono::duration<double>(now - started_).count();
  double const rate = seconds > 0 ? static_cast<double>(done_) / seconds : 0;
  std::string line = stage_ + "  ";
  if (total_ > 0) {
    double const share = std::min(1.0, static_cast<double>(done_) / static_cast<double>(total_));
    auto const full = static_cast<std::size_t>(share * static_cast<double>(kBarColumns));
    line += fmt::format("[{}{}] {:3.0f} %  ", std::string(full, '='),
                        std::string(kBarColumns - full, ' '), share * 100);
  }
  if (done_ > 0) {
    line += amount(done_, unit_);
    line += fmt::format("  {}/s", amount(static_cast<std::uint64_t>(rate), unit_));
    if (total_ > done_ && rate > 0 && seconds > 1) {
      line += "  " + time_left(static_cast<double>(total_ - done_) / rate);
    }
  } else {
    line += fmt::format("{:.0f} s", seconds);
  }
  fmt::print(stderr, "\r\033[K{}", line);
  std::fflush(stderr);
  drawn_ = true;
}

void TerminalProgress::wipe() {
  if (!drawn_) return;
  fmt::print(stderr, "\r\033[K");
  std::fflush(stderr);
  drawn_ = false;
}

}  // namespace tw::cli

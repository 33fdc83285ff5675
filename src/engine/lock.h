// One writer at a time. Private to the engine room.
#pragma once

#include "tidewaiter/engine.h"

namespace tw::engine {

/// Holds the workspace's lock file while it lives; the system lets go of it if we are killed.
class Lock {
 public:
  static Result<Lock> take(Path const& folder);
  Lock(Lock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  Lock& operator=(Lock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }
  ~Lock();

 private:
  explicit Lock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

/// Appends one act to audit.log: JSON lines, each with the hash of the line before it.
Status append_audit(Path const& folder, Act const& act, std::string_view action,
                    std::vector<std::pair<std::string, std::string>> const& details);

}  // namespace tw::engine

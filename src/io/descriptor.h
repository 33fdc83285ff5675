/// An open file of the operating system, and its errors in our words.
#pragma once

#include "tidewaiter/io.h"

namespace tw::io {

/// "imports.csv cannot be read: Permission denied." from errno. `verb` is "read", "written to"...
Error system_error(std::string_view verb, Path const& path);

class Descriptor {
 public:
  static Result<Descriptor> open(Path const& path, int flags, unsigned mode = 0);
  /// Does not wait for the other end of a pipe.
  static Result<Descriptor> open_for_reading(Path const& path);
  static Descriptor own(int number) { return Descriptor(number); }
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() { close(); }

  int number() const { return number_; }
  Status write_all(std::string_view bytes, Path const& path) const;
  /// Size of a regular file; an error for folders, pipes and devices.
  Result<std::size_t> regular_size(Path const& path) const;
  /// False when the close fails; a delayed write error may only show here.
  bool close();

 private:
  explicit Descriptor(int number) : number_(number) {}
  int number_ = -1;
};

}  // namespace tw::io

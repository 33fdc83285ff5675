/// glibc's iconv for the encodings whose tables are too large to carry ourselves.
#pragma once

#include <string>
#include <string_view>

#include <iconv.h>

#include "tidewaiter/text.h"

namespace tw::text {

/// The supersets that files really hold (HKSCS, code page 932).
char const* iconv_name(Encoding encoding);

class MultiByteConverter {
 public:
  MultiByteConverter(char const* to, char const* from) : handle_(iconv_open(to, from)) {}
  ~MultiByteConverter() {
    if (is_open()) iconv_close(handle_);
  }
  MultiByteConverter(MultiByteConverter const&) = delete;
  MultiByteConverter& operator=(MultiByteConverter const&) = delete;

  /// False on a system without glibc's converter modules.
  bool is_open() const {
    // POSIX says (iconv_t)-1 and means this number.
    return reinterpret_cast<std::intptr_t>(handle_) != -1;
  }

  /// Appends to `out` as far as the bytes make sense; returns the rest.
  std::string_view convert(std::string_view bytes, std::string& out);
  /// Appends what was held back: in BIG5-HKSCS a mark could have followed.
  void finish(std::string& out);

 private:
  iconv_t handle_;
};

}  // namespace tw::text

#include <cstdio>
#include <cstdlib>

#include "tidewaiter/core.h"

namespace tw {

std::string Error::text() const { return advice.empty() ? message : message + "\n" + advice; }

std::unexpected<Error> fail(ErrorKind kind, std::string message, std::string advice) {
  return std::unexpected(Error{kind, std::move(message), std::move(advice)});
}

void defect(char const* what, std::source_location where) {
  std::fprintf(stderr,
               "tidewaiter: defect: it must hold that %s (%s:%u, %s).\n"
               "Please report this with the command that led here; the workspace is unchanged.\n",
               what, where.file_name(), static_cast<unsigned>(where.line()), where.function_name());
  std::fflush(stderr);
  std::abort();
}

}  // namespace tw

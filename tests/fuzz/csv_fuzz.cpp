/// The CSV reader against its slow twin, whole and in parts, on any bytes.
#include <cstdlib>

#include "reference/io_csv_read.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  if (size < 2) return 0;
  constexpr char kDelimiters[] = {',', ';', '\t', '|'};
  tw::io::CsvDialect const dialect{.delimiter = kDelimiters[data[0] & 3],
                                   .quote = (data[0] & 4) != 0 ? '\0' : '"',
                                   .cr_only = (data[0] & 8) != 0};
  std::uint64_t const part_bytes = 1 + data[1];
  std::string_view const text(reinterpret_cast<char const*>(data) + 2, size - 2);
  auto const whole = tw::reference::read_whole(text, dialect);
  if (whole != tw::reference::slow_csv(text, dialect)) std::abort();
  if (whole != tw::reference::read_parts(text, dialect, part_bytes)) std::abort();
  tw::io::detect_dialect(text);
  return 0;
}

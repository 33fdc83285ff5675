/// records: any provider's customs file becomes shipments and rejects, no row lost.
/// Answers what each row says in our words and where it stands in its source.
/// Knows nothing of what the goods are or who the parties are.
#pragma once

#include <filesystem>

#include "tidewaiter/core.h"
#include "tidewaiter/table.h"
#include "tidewaiter/text.h"

namespace tw::records {

using Path = std::filesystem::path;

// --- The schema -------------------------------------------------------------------------------

/// The party roles of a shipment; each has columns <role>_name, _address, _country,
/// _registration_no, _phone, _email.
std::span<std::string_view const> roles();
/// The columns of the `shipments` table, in order: docs/mappings.md. `row_id` and `source_id`
/// first. `row_id` is (source number << 32) | physical line on which the record starts.
/// `cell_states` names the cells that are not simply given ("net_mass_kg=derived;flow=derived"):
/// derived by a rule, conflicting (left out as unknown), NULL when all are given.
table::Schema const& shipment_schema();
/// row_id, source_id, source_file, source_line, byte_begin, byte_end, column, text, reason.
table::Schema const& reject_schema();
/// What a field is, for docs and `layouts`: one line of English.
std::string_view field_meaning(std::string_view field);

// --- Layouts ----------------------------------------------------------------------------------

/// How one column of a file feeds a field of the schema. When several columns feed one field, the
/// first that says something is taken, in the order of the layout; a number 0 yields to a later
/// one.
struct ColumnRule {
  std::string header;    ///< As it stands in the file; case and punctuation do not count.
  std::string field;     ///< A column of shipment_schema(), never row_id or the like; "" for
                         ///< a column that has no place.
  std::string unit;      ///< "t" for masses in tonnes, "1000" for thousands of money, or "".
  std::string currency;  ///< ISO 4217 when the header names one, "invoice" for the row's
                         ///< invoice_currency, or "".
};
/// A TOML file in data/layouts/ or of the user; docs/mappings.md describes it.
struct Layout {
  std::string name;  ///< "ru_provider_a".
  std::string title;
  std::vector<ColumnRule> columns;
  std::vector<std::pair<std::string, std::string>> constants;  ///< field -> value for all rows.
  std::string date_order = "ymd";  ///< "ymd", "dmy" or "mdy" where a date leaves it open.
  char decimal_sign = 0;           ///< '.' or ','; 0: told by each number's own form.
};
Result<Layout> parse_layout(std::string_view toml, std::string_view file_name);
std::string layout_toml(Layout const& layout);
/// All of data/layouts/, parsed; sorted by name.
std::span<Layout const> shipped_layouts();

struct ColumnGuess {
  unsigned column = 0;  ///< From 1.
  std::string header;
  std::optional<std::string> field;  ///< None when the column has no place in the schema.
  double confidence = 0;
  std::string unit;
};
struct LayoutGuess {
  Layout layout;
  std::vector<ColumnGuess> columns;  ///< One per column of the file.
  std::string based_on;              ///< Name of the shipped layout it resembles, or "".
  double confidence = 0;
  std::uint64_t header_line = 1;  ///< Physical line of the header; title rows stand above it.
};
/// From the header and up to 200 rows of values; `file_name` may tell flow and reporter
/// ("Turkey_Import_F.csv"). An error when no column can be placed.
Result<LayoutGuess> guess_layout(std::string_view bytes, std::string_view file_name);

// --- Import -----------------------------------------------------------------------------------

struct ImportOptions {
  std::uint32_t source_no = 1;             ///< High half of every row id; the low half is the line.
  std::string source_id;                   ///< SHA-256 of the source.
  std::string source_file;                 ///< File name as shown: "imports_2022.csv".
  std::optional<Layout> layout;            ///< None: guessed.
  std::optional<text::Encoding> encoding;  ///< None: detected.
};
struct ImportReport {
  std::uint64_t rows_in = 0;  ///< rows_kept + rows_rejected.
  std::uint64_t rows_kept = 0;
  std::uint64_t rows_rejected = 0;
  std::uint64_t lines_skipped = 0;  ///< Titles above the header, repeated headers, page totals.
  std::optional<Date> first_on;     ///< Of released_on, else registered_on, shipped_on, arrived_on.
  std::optional<Date> last_on;
  std::string layout;  ///< Name of the layout used; "guessed" when none fits.
  std::string encoding;
  std::vector<std::string> notes;  ///< What a person should know ("2 columns have no place: ...").
};
/// Reads a source file (any supported packing) and writes the two tables as Parquet. The shipments
/// file holds only the columns that its layout can fill. The bytes written are the same for any
/// number of threads. A cell that must be a date, a mass, a quantity or money and cannot be read
/// makes its record a reject; an unknown country, currency or code is left out, marked and counted.
/// Memory is bounded by a few parts of the file. `shipments_file` and `rejects_file` appear whole
/// or not at all.
Result<ImportReport> import_file(Path const& source, Path const& shipments_file,
                                 Path const& rejects_file, ImportOptions const& options,
                                 Job const& job);

}  // namespace tw::records

#include <memory>

#include <fmt/core.h>
#include <zip.h>

#include "io/unpackers.h"

namespace tw::io {

namespace {

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;

std::string text_of(zip_error_t& error) {
  std::string text = zip_error_strerror(&error);
  zip_error_fini(&error);
  return text;
}

Result<Archive> opened(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  auto* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return damaged("zip", text_of(error));
  auto* const archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive == nullptr) {
    zip_source_free(source);
    return damaged("zip", text_of(error));
  }
  zip_error_fini(&error);
  return Archive(archive, &zip_discard);
}

// Folders, and what macOS adds, do not count as files.
bool is_file(std::string_view name) {
  return !name.empty() && !name.ends_with('/') && !name.starts_with("__MACOSX/") &&
         !name.ends_with(".DS_Store");
}

}  // namespace

Result<std::vector<ZipMember>> zip_members(std::string_view bytes) {
  TW_TRY(auto const archive, opened(bytes));
  std::vector<ZipMember> members;
  auto const count = zip_get_num_entries(archive.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    zip_stat_t about;
    zip_stat_init(&about);
    if (zip_stat_index(archive.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_GUESS, &about) != 0)
      return damaged("zip", zip_strerror(archive.get()));
    if ((about.valid & ZIP_STAT_NAME) == 0 || !is_file(about.name)) continue;
    members.push_back({about.name, (about.valid & ZIP_STAT_SIZE) != 0 ? about.size : 0});
  }
  return members;
}

namespace {

Status read_member(std::string_view bytes, std::string_view name, ByteSink const& sink) {
  TW_TRY(auto const archive, opened(bytes));
  auto const index = zip_name_locate(archive.get(), std::string(name).c_str(), ZIP_FL_ENC_GUESS);
  if (index < 0) {
    return fail(ErrorKind::not_found, fmt::format("The zip file holds no {}.", name));
  }
  std::unique_ptr<zip_file_t, decltype(&zip_fclose)> const file(
      zip_fopen_index(archive.get(), static_cast<zip_uint64_t>(index), 0), &zip_fclose);
  if (file == nullptr) {
    return fail(
        ErrorKind::bad_input,
        fmt::format("{} in the zip file cannot be read: {}.", name, zip_strerror(archive.get())),
        "Unpack it yourself; it may need a password.");
  }
  std::vector<char> buffer(std::size_t{1} << 18);
  while (true) {
    auto const count = zip_fread(file.get(), buffer.data(), buffer.size());
    if (count < 0) return damaged("zip", zip_error_strerror(zip_file_get_error(file.get())));
    if (count == 0) return {};
    TW_CHECK(sink({buffer.data(), static_cast<std::size_t>(count)}));
  }
}

}  // namespace

Result<std::string> zip_member(std::string_view bytes, std::string_view name, std::uint64_t limit) {
  std::string out;
  auto const append = appending_to(out);
  LimitedSink limited(limit, append);
  TW_CHECK(read_member(bytes, name, std::ref(limited)));
  return out;
}

Status unzip(std::string_view bytes, ByteSink const& sink) {
  TW_TRY(auto const members, zip_members(bytes));
  if (members.size() == 1) return read_member(bytes, members[0].name, sink);
  if (members.empty()) {
    return fail(ErrorKind::bad_input, "The zip file holds no file.", "Check what was packed.");
  }
  return fail(ErrorKind::bad_input,
              fmt::format("The zip file holds {} files: {}, {} ...", members.size(),
                          members[0].name, members[1].name),
              "Unpack it and name the files one by one.");
}

}  // namespace tw::io
